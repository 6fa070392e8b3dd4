# diagnosis: full-slices
from collections import deque


def rr(jobs, quantum):
    coming = deque(sorted(jobs, key=lambda job: job[1]))
    queue, now, schedule = deque(), 0, []
    while coming or queue:
        if not queue:
            now = max(now, coming[0][1])
        while coming and coming[0][1] <= now:
            name, _, burst = coming.popleft()
            queue.append((name, burst))
        name, rest = queue.popleft()
        schedule.append((name, now, now + quantum))
        now += quantum
        while coming and coming[0][1] <= now:
            newcomer, _, burst = coming.popleft()
            queue.append((newcomer, burst))
        if rest > quantum:
            queue.append((name, rest - quantum))
    return schedule
