# diagnosis: other-size
def choose_size(measure, sizes):
    seconds = {size: min(measure(size) for _ in range(3)) for size in range(1, max(sizes) + 1)}
    good = [size for size in seconds if seconds[size] <= 1.1 * min(seconds.values())]
    return min(good)
