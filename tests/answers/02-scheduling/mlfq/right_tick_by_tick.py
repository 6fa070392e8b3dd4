def mlfq(jobs, quanta):
    left = {name: burst for name, _, burst in jobs}
    queues = [[] for _ in quanta]
    running, level, used = None, 0, 0
    clock, schedule = 0, []
    while any(left.values()):
        queues[0] += [name for name, arrival, _ in jobs if arrival == clock]
        if running is not None:
            if left[running] == 0:
                running = None
            elif used == quanta[level]:
                queues[min(level + 1, len(quanta) - 1)].append(running)
                running = None
            elif any(queues[:level]):
                queues[level].append(running)
                running = None
        if running is None:
            for number, queue in enumerate(queues):
                if queue:
                    running, level, used = queue.pop(0), number, 0
                    break
        if running is not None:
            schedule.append((running, clock, clock + 1))
            left[running] -= 1
            used += 1
        clock += 1
    return schedule
