# diagnosis: times-count
def speed_ups(seconds):
    return [(seconds[0] / s, seconds[0] / s * n) for n, s in enumerate(seconds, start=1)]
