# diagnosis: not-a-schedule
def fcfs(jobs):
    schedule = []
    for name, arrival, burst in sorted(jobs, key=lambda job: job[1]):
        schedule.append(name)
    return schedule
