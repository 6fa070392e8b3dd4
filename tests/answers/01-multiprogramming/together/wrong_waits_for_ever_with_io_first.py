# diagnosis: timeout
from collections import deque


def together(jobs):
    # 以为每个作业都从 CPU 段开始
    rest = [list(job) for job in jobs]
    queue = deque(range(len(jobs)))
    back = {}
    clock = 0
    while queue or back:
        if queue and rest[queue[0]][0][0] == "cpu":
            who = queue.popleft()
            clock += rest[who].pop(0)[1]
            if rest[who]:
                back[who] = clock + rest[who].pop(0)[1]
        for who in sorted(back):
            if back[who] <= clock or not queue:
                clock = max(clock, back.pop(who))
                if rest[who]:
                    queue.append(who)
    return clock
