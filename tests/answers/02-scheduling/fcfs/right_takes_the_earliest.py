def fcfs(jobs):
    left = list(jobs)
    now = 0
    done = ()
    while left:
        job = min(left, key=lambda each: each[1])
        left.remove(job)
        name, arrival, burst = job
        if now < arrival:
            now = arrival
        done += ((name, now, now + burst),)
        now += burst
    return done
