# diagnosis: fastest
def choose_size(measure, sizes):
    best = chosen = None
    for size in sorted(sizes):
        t = min(measure(size) for _ in range(3))
        if best is None or t * 1.1 < best:
            best, chosen = t, size
    return chosen
