# expect: inconclusive 3
for number in range(1_000_000):
    print(number)
