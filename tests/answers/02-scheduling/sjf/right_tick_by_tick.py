def sjf(jobs):
    left = {name: burst for name, _, burst in jobs}
    order = sorted(jobs, key=lambda job: job[1])
    running, clock, schedule = None, 0, []
    while any(left.values()):
        if running is None:
            ready = [(b, i, n) for i, (n, a, b) in enumerate(order) if a <= clock and left[n]]
            running = min(ready)[2] if ready else None
        if running is not None:
            schedule.append((running, clock, clock + 1))
            left[running] -= 1
            if left[running] == 0:
                running = None
        clock += 1
    return schedule
