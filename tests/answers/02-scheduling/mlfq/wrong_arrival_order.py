# diagnosis: arrival-order
def mlfq(jobs, quanta):
    now, schedule = 0, []
    for name, arrival, burst in sorted(jobs, key=lambda job: job[1]):
        now = max(now, arrival)
        while burst:
            run = min(burst, quanta[0])
            schedule.append((name, now, now + run))
            now += run
            burst -= run
    return schedule
