# diagnosis: io-queues
def together(jobs):
    ready = [0] * len(jobs)
    rest = [list(job) for job in jobs]
    free = 0
    while any(rest):
        now, who = min((ready[i], i) for i in range(len(jobs)) if rest[i])
        kind, length = rest[who].pop(0)
        start = max(now, free)
        ready[who] = start + length
        if kind == "cpu":
            free = ready[who]
    return max(ready)
