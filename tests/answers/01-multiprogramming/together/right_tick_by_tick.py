from collections import deque


def together(jobs):
    """One CPU, first in, first out, I/O overlaps: return the moment when all are done."""
    rest = [[list(burst) for burst in job] for job in jobs]
    queue = deque()
    waiting = []
    for who, bursts in enumerate(rest):
        (queue if bursts[0][0] == "cpu" else waiting).append(who)
    running = None
    clock = 0
    while running is not None or queue or waiting:
        if running is None and queue:
            running = queue.popleft()
        clock += 1
        busy = waiting + ([] if running is None else [running])
        for who in sorted(busy):
            burst = rest[who][0]
            burst[1] -= 1
            if burst[1]:
                continue
            rest[who].pop(0)
            if who == running:
                running = None
            else:
                waiting.remove(who)
            if rest[who]:
                (queue if rest[who][0][0] == "cpu" else waiting).append(who)
    return clock
