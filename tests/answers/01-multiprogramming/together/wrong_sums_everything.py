# diagnosis: nothing-overlaps
def together(jobs):
    total = 0
    for job in jobs:
        for kind, length in job:
            total += length
    return total
