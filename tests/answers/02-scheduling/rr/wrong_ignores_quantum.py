# diagnosis: slice-of-one
def rr(jobs, quantum):
    left = {name: burst for name, _, burst in jobs}
    queue, clock, schedule, running = [], 0, [], None
    while any(left.values()):
        queue += [name for name, arrival, _ in jobs if arrival == clock]
        if running is not None and left[running]:
            queue.append(running)
        running = queue.pop(0) if queue else None
        if running is not None:
            schedule.append((running, clock, clock + 1))
            left[running] -= 1
        clock += 1
    return schedule
