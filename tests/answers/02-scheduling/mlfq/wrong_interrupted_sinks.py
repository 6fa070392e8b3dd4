# diagnosis: interrupted-sinks
from collections import deque


def mlfq(jobs, quanta):
    coming = deque(sorted(jobs, key=lambda job: job[1]))
    queues = [deque() for _ in quanta]
    now, schedule = 0, []
    while coming or any(queues):
        if not any(queues):
            now = max(now, coming[0][1])
        while coming and coming[0][1] <= now:
            name, _, burst = coming.popleft()
            queues[0].append((name, burst))
        level = next(n for n, queue in enumerate(queues) if queue)
        name, rest = queues[level].popleft()
        run = min(rest, quanta[level])
        if level > 0 and coming:
            run = min(run, coming[0][1] - now)
        schedule.append((name, now, now + run))
        now += run
        while coming and coming[0][1] <= now:
            newcomer, _, burst = coming.popleft()
            queues[0].append((newcomer, burst))
        if rest > run:
            queues[min(level + 1, len(quanta) - 1)].append((name, rest - run))
    return schedule
