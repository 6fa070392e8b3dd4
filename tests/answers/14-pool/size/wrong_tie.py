# diagnosis: tied
def choose_size(measure, sizes):
    sizes_by_time = {min(measure(size) for _ in range(3)): size for size in sizes}
    limit = 1.1 * min(sizes_by_time)
    return min(size for seconds, size in sizes_by_time.items() if seconds <= limit)
