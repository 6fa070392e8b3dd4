# diagnosis: end-off-start
def fcfs(jobs):
    now, schedule = 0, []
    for name, arrival, burst in sorted(jobs, key=lambda job: job[1]):
        start = max(now, arrival)
        now = arrival + burst
        schedule.append((name, start, now))
    return schedule
