# diagnosis: against-previous
def speed_ups(seconds):
    result = [(1.0, 1.0)]
    for n in range(1, len(seconds)):
        faster = seconds[n - 1] / seconds[n]
        result.append((faster, faster / (n + 1)))
    return result
