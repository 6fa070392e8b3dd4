# diagnosis: equals-swapped
def sjf(jobs):
    left, now, schedule = list(jobs), 0, []
    while left:
        ready = sorted((burst, arrival, name) for name, arrival, burst in left if arrival <= now)
        if not ready:
            now = min(job[1] for job in left)
            continue
        burst, arrival, name = ready[0]
        left.remove((name, arrival, burst))
        schedule.append((name, now, now + burst))
        now += burst
    return schedule
