# diagnosis: once
def choose_size(measure, sizes):
    seconds = {size: measure(size) for size in sizes}
    good = [size for size in sizes if seconds[size] <= 1.1 * min(seconds.values())]
    return min(good)
