class Job:
    def __init__(self, name, arrival, burst):
        self.name, self.arrival, self.rest, self.level = name, arrival, burst, 0


def mlfq(jobs, quanta):
    coming = sorted((Job(*job) for job in jobs), key=lambda job: job.arrival)
    ready, now, schedule = [], 0, []
    while coming or ready:
        while coming and coming[0].arrival <= now:
            ready.append(coming.pop(0))
        if not ready:
            now = coming[0].arrival
            continue
        job = min(ready, key=lambda each: each.level)
        ready.remove(job)
        stop = now + min(job.rest, quanta[job.level])
        used_up = True
        if job.level and coming and coming[0].arrival < stop:
            stop, used_up = coming[0].arrival, False
        schedule.append((job.name, now, stop))
        job.rest -= stop - now
        now = stop
        while coming and coming[0].arrival <= now:
            ready.append(coming.pop(0))
        if job.rest:
            if used_up and job.level < len(quanta) - 1:
                job.level += 1
            ready.append(job)
    return schedule
