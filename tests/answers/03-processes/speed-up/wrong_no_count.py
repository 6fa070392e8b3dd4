# diagnosis: no-count
def speed_ups(seconds):
    one = seconds[0]
    result = []
    for s in seconds:
        speed_up = one / s
        efficiency = one / s
        result.append((speed_up, efficiency))
    return result
