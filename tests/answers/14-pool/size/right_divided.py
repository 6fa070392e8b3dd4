def choose_size(measure, sizes):
    least = {}
    for size in sizes:
        least[size] = min(measure(size), measure(size), measure(size), measure(size))
    fastest = min(least.values())
    for size in sorted(sizes):
        if least[size] / fastest <= 1.1:
            return size
