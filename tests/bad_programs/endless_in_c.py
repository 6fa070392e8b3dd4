# expect: inconclusive 3
print(sum(iter(int, 1)))
