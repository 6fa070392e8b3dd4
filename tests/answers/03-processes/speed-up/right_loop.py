def speed_ups(seconds):
    result = []
    for index in range(len(seconds)):
        faster = seconds[0] / seconds[index]
        result.append([faster, faster / (index + 1)])
    return result
