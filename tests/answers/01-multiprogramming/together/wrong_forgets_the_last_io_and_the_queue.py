# diagnosis: last-wait-forgotten
def together(jobs):
    # 按列表转圈，而且只有后面还有 CPU 段的 I/O 才算
    rest = [list(job) for job in jobs]
    ready = [0] * len(jobs)
    free = 0
    while any(rest):
        for who in range(len(jobs)):
            if not rest[who]:
                continue
            kind, length = rest[who].pop(0)
            if kind == "cpu":
                ready[who] = free = max(ready[who], free) + length
            elif rest[who]:
                ready[who] += length
    return max(ready)
