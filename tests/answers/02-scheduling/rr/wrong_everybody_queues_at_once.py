# diagnosis: all-there-at-once
def rr(jobs, quantum):
    queue = sorted(jobs, key=lambda job: job[1])
    now, schedule = 0, []
    while queue:
        name, arrival, rest = queue.pop(0)
        now = max(now, arrival)
        run = min(quantum, rest)
        schedule.append((name, now, now + run))
        now += run
        if rest > run:
            queue.append((name, arrival, rest - run))
    return schedule
