def one_by_one(jobs):
    """One job after the other: return the moment when all are done."""
    total = 0
    for job in jobs:
        for kind, length in job:
            total += length
    return total
