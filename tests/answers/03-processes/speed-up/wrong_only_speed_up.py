# diagnosis: only-speed-up
def speed_ups(seconds):
    return [seconds[0] / s for s in seconds]
