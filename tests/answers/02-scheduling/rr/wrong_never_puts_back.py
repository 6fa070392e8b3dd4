# diagnosis: never-switches
def rr(jobs, quantum):
    now, schedule = 0, []
    for name, arrival, rest in sorted(jobs, key=lambda job: job[1]):
        now = max(now, arrival)
        while rest > 0:
            run = min(quantum, rest)
            schedule.append((name, now, now + run))
            now += run
            rest -= run
    return schedule
