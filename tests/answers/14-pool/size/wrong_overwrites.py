# diagnosis: disturbed
def choose_size(measure, sizes):
    seconds = {}
    for _ in range(3):
        for size in sizes:
            seconds[size] = measure(size)
    good = [size for size in sizes if seconds[size] <= 1.1 * min(seconds.values())]
    return min(good)
