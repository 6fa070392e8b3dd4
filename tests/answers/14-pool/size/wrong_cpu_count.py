# diagnosis: not-measured
def choose_size(measure, sizes):
    return os.cpu_count()
