# diagnosis: raises
def one_by_one(jobs):
    # 把 (kind, length) 整个加了进来
    return sum(burst for job in jobs for burst in job)
