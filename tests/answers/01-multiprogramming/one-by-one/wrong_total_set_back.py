# diagnosis: last-job-only
def one_by_one(jobs):
    for job in jobs:
        total = 0
        for kind, length in job:
            total += length
    return total
