# expect: inconclusive 3 | broken 1
everything = []
while True:
    everything.append(bytearray(10**7))
