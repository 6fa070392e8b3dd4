# expect: refused 2
x = 1
if x
    print(x)
