# diagnosis: strict-turns
def together(jobs):
    ready = [0] * len(jobs)
    place = [0] * len(jobs)
    free = 0
    while any(place[who] < len(job) for who, job in enumerate(jobs)):
        for who, job in enumerate(jobs):
            if place[who] < len(job) and job[place[who]][0] == "cpu":
                free = max(free, ready[who]) + job[place[who]][1]
                ready[who] = free
                place[who] += 1
            if place[who] < len(job) and job[place[who]][0] == "io":
                ready[who] += job[place[who]][1]
                place[who] += 1
    return max(ready)
