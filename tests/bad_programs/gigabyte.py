# expect: inconclusive 3
everything = []
while True:
    everything.append(bytearray(10**7))
