# diagnosis: cpu-only
def together(jobs):
    # I/O 不占 CPU，所以不算
    return sum(length for job in jobs for kind, length in job if kind == "cpu")
