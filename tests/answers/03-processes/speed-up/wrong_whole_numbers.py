# diagnosis: rounded
def speed_ups(seconds):
    return [(seconds[0] // each, seconds[0] / each / n) for n, each in enumerate(seconds, 1)]
