# diagnosis: wrong-length
def rr(jobs, quantum):
    now, schedule = 0, []
    for name, arrival, burst in sorted(jobs, key=lambda job: job[1]):
        start = max(now, arrival)
        now = start + min(quantum, burst)
        schedule.append((name, start, now))
    return schedule
