# diagnosis: all-processes
def speed_ups(seconds):
    processes = len(seconds)
    return [(seconds[0] / s, seconds[0] / s / processes) for s in seconds]
