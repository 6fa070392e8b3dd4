# diagnosis: not-pairs
def speed_ups(seconds):
    faster = [seconds[0] / each for each in seconds]
    return faster, [each / n for n, each in enumerate(faster, start=1)]
