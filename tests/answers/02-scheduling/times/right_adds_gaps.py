def times(jobs, schedule):
    result = {}
    for name, arrival, _ in jobs:
        waiting, now = 0, arrival
        response = None
        for who, start, end in sorted(schedule, key=lambda run: run[1]):
            if who == name:
                waiting += start - now
                response = start - arrival if response is None else response
                now = end
        result[name] = (float(now - arrival), float(waiting), float(response))
    return result
