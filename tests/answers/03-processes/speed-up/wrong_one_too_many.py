# diagnosis: other-numbers
def speed_ups(seconds):
    pairs = []
    for n in range(len(seconds)):
        faster = seconds[0] / seconds[n]
        pairs.append((faster, faster / (n + 2)))
    return pairs
