def rr(jobs, quantum):
    left = {name: burst for name, _, burst in jobs}
    queue, clock, schedule = [], 0, []
    running, used = None, 0
    while any(left.values()):
        queue += [name for name, arrival, _ in jobs if arrival == clock]
        if running is not None and (left[running] == 0 or used == quantum):
            if left[running]:
                queue.append(running)
            running = None
        if running is None and queue:
            running, used = queue.pop(0), 0
        if running is not None:
            schedule.append((running, clock, clock + 1))
            left[running] -= 1
            used += 1
        clock += 1
    return schedule
