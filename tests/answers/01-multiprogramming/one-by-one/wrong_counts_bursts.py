# diagnosis: counts-bursts
def one_by_one(jobs):
    return sum(len(job) for job in jobs)
