# diagnosis: upside-down
def speed_ups(seconds):
    return [(s / seconds[0], s / seconds[0] / n) for n, s in enumerate(seconds, start=1)]
