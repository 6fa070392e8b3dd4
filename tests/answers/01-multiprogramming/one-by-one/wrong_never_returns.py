# diagnosis: returned-none
def one_by_one(jobs):
    total = 0
    for job in jobs:
        for kind, length in job:
            total += length
    print(total)
