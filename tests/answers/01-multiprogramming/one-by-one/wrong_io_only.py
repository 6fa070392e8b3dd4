# diagnosis: io-only
def one_by_one(jobs):
    return sum(length for job in jobs for kind, length in job if kind != "cpu")
