# expect: holds 0
print(1)
