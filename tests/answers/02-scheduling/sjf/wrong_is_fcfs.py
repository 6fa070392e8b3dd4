# diagnosis: arrival-order
def sjf(jobs):
    waiting = sorted(jobs, key=lambda job: job[1])
    now, schedule = 0, []
    while waiting:
        name, arrival, burst = waiting.pop(0)
        now = max(now, arrival)
        schedule.append((name, now, now + burst))
        now += burst
    return schedule
