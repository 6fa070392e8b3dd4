# diagnosis: interrupts
def sjf(jobs):
    left = {name: burst for name, _, burst in jobs}
    queue, clock, schedule, running = [], 0, [], None
    while any(left.values()):
        queue += [name for name, arrival, _ in jobs if arrival == clock]
        if queue:
            best = min(queue, key=lambda name: left[name])
            if running is None or left[best] < left[running]:
                if running is not None:
                    queue.append(running)
                queue.remove(best)
                running = best
        if running is not None:
            schedule.append((running, clock, clock + 1))
            left[running] -= 1
            if not left[running]:
                running = None
        clock += 1
    return schedule
