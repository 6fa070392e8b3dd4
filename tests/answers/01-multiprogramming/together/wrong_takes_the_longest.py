# diagnosis: longest-job
def together(jobs):
    return max(sum(length for kind, length in job) for job in jobs)
