# diagnosis: disturbed
from statistics import median


def choose_size(measure, sizes):
    seconds = {size: median(measure(size) for _ in range(3)) for size in sizes}
    limit = 1.1 * min(seconds.values())
    return min(size for size in sizes if seconds[size] <= limit)
