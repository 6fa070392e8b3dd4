# diagnosis: list-order
def rr(jobs, quantum):
    queue = list(jobs)
    now, schedule = 0, []
    while queue:
        name, arrival, rest = queue.pop(0)
        run = min(quantum, rest)
        schedule.append((name, now, now + run))
        now += run
        if rest > run:
            queue.append((name, arrival, rest - run))
    return schedule
