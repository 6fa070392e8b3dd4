# expect: inconclusive 3
import itertools

list(itertools.repeat(0))
