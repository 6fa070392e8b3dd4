# diagnosis: longest-job
def one_by_one(jobs):
    return max(sum(length for kind, length in job) for job in jobs)
