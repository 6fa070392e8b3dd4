from heapq import heapify, heappop, heappush


def together(jobs):
    """一个 CPU，先进先出，I/O 可以重叠：返回全部做完的时刻。"""
    events = [(0, who, 0) for who in range(len(jobs))]
    heapify(events)
    free = end = 0
    while events:
        now, who, place = heappop(events)
        kind, length = jobs[who][place]
        if kind == "cpu":
            now = free = max(now, free) + length
        else:
            now += length
        end = max(end, now)
        if place + 1 < len(jobs[who]):
            heappush(events, (now, who, place + 1))
    return end
