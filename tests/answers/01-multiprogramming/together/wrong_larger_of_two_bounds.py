# diagnosis: lower-bound
def together(jobs):
    on_cpu = sum(length for job in jobs for kind, length in job if kind == "cpu")
    longest = max(sum(length for kind, length in job) for job in jobs)
    return max(on_cpu, longest)
