from operator import itemgetter


def fcfs(jobs):
    waiting = sorted(jobs, key=itemgetter(1))
    clock = 0
    schedule = []
    while waiting:
        name, arrival, burst = waiting[0]
        if arrival > clock:
            clock += 1
            continue
        waiting.pop(0)
        for _ in range(burst):
            schedule.append([name, clock, clock + 1])
            clock += 1
    return schedule
