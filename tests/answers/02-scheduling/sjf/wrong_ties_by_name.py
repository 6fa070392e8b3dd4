# diagnosis: name-order-of-equals
def sjf(jobs):
    waiting = list(jobs)
    now, schedule = 0, []
    while waiting:
        ready = [(burst, name) for name, arrival, burst in waiting if arrival <= now]
        if not ready:
            now = min(arrival for _, arrival, _ in waiting)
            continue
        burst, name = min(ready)
        waiting = [job for job in waiting if job[0] != name]
        schedule.append((name, now, now + burst))
        now += burst
    return schedule
