def rr(jobs, quantum):
    waiting = sorted(jobs, key=lambda job: job[1])
    queue, now, schedule = [], 0, []
    while waiting or queue:
        if not queue:
            first = waiting.pop(0)
            queue.append([first[0], first[2]])
            now = max(now, first[1])
        job = queue.pop(0)
        run = quantum if job[1] > quantum else job[1]
        if schedule and schedule[-1][0] == job[0] and schedule[-1][2] == now:
            schedule[-1][2] = now + run
        else:
            schedule.append([job[0], now, now + run])
        now += run
        job[1] -= run
        arrived = [each for each in waiting if each[1] <= now]
        waiting = [each for each in waiting if each[1] > now]
        queue += [[name, burst] for name, _, burst in arrived]
        if job[1]:
            queue.append(job)
    return schedule
