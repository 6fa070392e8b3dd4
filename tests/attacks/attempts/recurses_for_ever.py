"""Calls itself for ever, with the limit on recursion taken away."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import sys


def double(people):
    sys.setrecursionlimit(10**9)
    return double(people) + 0
"""
}
