# diagnosis: differs
def together(jobs):
    rest = [[list(burst) for burst in job] for job in jobs]
    stack = [who for who in reversed(range(len(jobs))) if rest[who][0][0] == "cpu"]
    running = None
    clock = 0
    while any(rest):
        if running is None and stack:
            running = stack.pop()
        busy = [who for who in range(len(jobs)) if rest[who] and rest[who][0][0] == "io"]
        if running is not None:
            busy.append(running)
        clock += 1
        for who in busy:
            rest[who][0][1] -= 1
            if rest[who][0][1] == 0:
                kind = rest[who].pop(0)[0]
                if kind == "cpu":
                    running = None
                elif rest[who]:
                    stack.append(who)
    return clock
