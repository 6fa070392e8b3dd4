# expect: inconclusive 3
print('x' * 10**8)
