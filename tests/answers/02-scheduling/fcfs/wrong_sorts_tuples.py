# diagnosis: name-order
def fcfs(jobs):
    now, schedule = 0, []
    for name, arrival, burst in sorted(jobs):
        start = max(now, arrival)
        now = start + burst
        schedule.append((name, start, now))
    return schedule
