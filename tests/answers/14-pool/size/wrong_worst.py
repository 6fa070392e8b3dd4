# diagnosis: disturbed
def choose_size(measure, sizes):
    seconds = {size: max(measure(size) for _ in range(3)) for size in sizes}
    good = [size for size in sizes if seconds[size] <= 1.1 * min(seconds.values())]
    return min(good)
