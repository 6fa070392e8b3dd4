# diagnosis: limit-itself
def choose_size(measure, sizes):
    t = {size: min(measure(size) for _ in range(3)) for size in sizes}
    best = min(t.values())
    return min(size for size in sizes if t[size] < best * 1.1)
