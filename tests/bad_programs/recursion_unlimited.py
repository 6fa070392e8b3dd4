# expect: broken 1 | inconclusive 3 | unsupported 2
import sys

sys.setrecursionlimit(10**9)


def deeper(n):
    return deeper(n + 1)


deeper(0)
