# expect: inconclusive 3
while True:
    pass
