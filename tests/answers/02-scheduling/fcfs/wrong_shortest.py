# diagnosis: shortest-first
def fcfs(jobs):
    waiting, now, schedule = list(jobs), 0, []
    waiting.sort(key=lambda job: job[1])
    while waiting:
        now = max(now, waiting[0][1])
        ready = [job for job in waiting if job[1] <= now]
        job = min(ready, key=lambda each: each[2])
        waiting.remove(job)
        schedule.append((job[0], now, now + job[2]))
        now += job[2]
    return schedule
