# expect: inconclusive 3
import itertools

print(any(n < 0 for n in itertools.count()))
