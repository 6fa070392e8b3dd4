# diagnosis: one-device
def together(jobs):
    ready = [0] * len(jobs)
    rest = [list(job) for job in jobs]
    free = {"cpu": 0, "io": 0}
    while any(rest):
        starts = [
            (max(ready[who], free[rest[who][0][0]]), rest[who][0][0] == "cpu", ready[who], who)
            for who in range(len(jobs))
            if rest[who]
        ]
        start, _, _, who = min(starts)
        kind, length = rest[who].pop(0)
        ready[who] = free[kind] = start + length
    return max(ready)
