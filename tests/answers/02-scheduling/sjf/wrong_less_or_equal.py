# diagnosis: latest-of-equals
def sjf(jobs):
    waiting = sorted(jobs, key=lambda job: job[1])
    now, schedule = 0, []
    while waiting:
        best = None
        for job in waiting:
            if job[1] <= now and (best is None or job[2] <= best[2]):
                best = job
        if best is None:
            now = waiting[0][1]
            continue
        waiting.remove(best)
        schedule.append((best[0], now, now + best[2]))
        now += best[2]
    return schedule
