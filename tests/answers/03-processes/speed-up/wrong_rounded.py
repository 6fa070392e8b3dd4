# diagnosis: rounded
def speed_ups(seconds):
    result = []
    for n, needed in enumerate(seconds, start=1):
        speed_up = round(seconds[0] / needed, 2)
        result.append((speed_up, round(speed_up / n, 2)))
    return result
