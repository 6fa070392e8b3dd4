# diagnosis: io-queues
from collections import deque


def together(jobs):
    # I/O 也进同一条队列，轮到了才开始；开始以后不占 CPU
    queue = deque((0, list(job)) for job in jobs)
    clock = last = 0
    while queue:
        ready, bursts = queue.popleft()
        clock = max(clock, ready)
        kind, length = bursts.pop(0)
        end = clock + length
        if kind == "cpu":
            clock = end
        last = max(last, end)
        if bursts:
            queue.append((end, bursts))
    return last
