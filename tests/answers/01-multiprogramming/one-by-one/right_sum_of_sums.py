def one_by_one(jobs):
    return sum(sum(length for _, length in job) for job in jobs)
