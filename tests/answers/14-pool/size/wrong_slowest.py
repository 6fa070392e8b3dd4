# diagnosis: slowest
def choose_size(measure, sizes):
    seconds = {size: min(measure(size) for _ in range(3)) for size in sizes}
    return max(seconds, key=seconds.get)
