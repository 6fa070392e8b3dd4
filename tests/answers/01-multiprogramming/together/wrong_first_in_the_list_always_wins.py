# diagnosis: first-in-list-first
def together(jobs):
    rest = [[list(burst) for burst in job] for job in jobs]
    running = None
    clock = 0
    while any(rest):
        if running is None:
            for who, bursts in enumerate(rest):
                if bursts and bursts[0][0] == "cpu":
                    running = who
                    break
        active = [
            who for who, bursts in enumerate(rest) if bursts and (who == running or bursts[0][0] == "io")
        ]
        clock += 1
        for who in active:
            rest[who][0][1] -= 1
            if rest[who][0][1] == 0:
                rest[who].pop(0)
                if who == running:
                    running = None
    return clock
