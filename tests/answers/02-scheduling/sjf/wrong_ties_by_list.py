# diagnosis: list-order-of-equals
def sjf(jobs):
    waiting = list(jobs)
    now, schedule = 0, []
    while waiting:
        ready = [job for job in waiting if job[1] <= now]
        if not ready:
            now += 1
            continue
        job = min(ready, key=lambda each: each[2])
        waiting.remove(job)
        schedule.append((job[0], now, now + job[2]))
        now += job[2]
    return schedule
