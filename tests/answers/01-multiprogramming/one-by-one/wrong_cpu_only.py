# diagnosis: cpu-only
def one_by_one(jobs):
    total = 0
    for job in jobs:
        for kind, length in job:
            if kind == "cpu":
                total += length
    return total
