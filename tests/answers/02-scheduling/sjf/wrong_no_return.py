# diagnosis: returned-none
def sjf(jobs):
    waiting = sorted(jobs, key=lambda job: job[1])
    now, schedule = 0, []
    while waiting:
        ready = [job for job in waiting if job[1] <= now]
        if not ready:
            now = waiting[0][1]
            continue
        job = min(ready, key=lambda each: each[2])
        waiting.remove(job)
        schedule.append((job[0], now, now + job[2]))
        now += job[2]
