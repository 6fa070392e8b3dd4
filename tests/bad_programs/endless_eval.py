# expect: inconclusive 3
print(eval('[n for n in iter(int, 1)]'))
