# expect: refused 2
print('é')
