# diagnosis: rounded
def speed_ups(seconds):
    return [
        (seconds[0] / each, round(seconds[0] / each / n, 1)) for n, each in enumerate(seconds, 1)
    ]
