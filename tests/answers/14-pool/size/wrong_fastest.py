# diagnosis: fastest
def choose_size(measure, sizes):
    seconds = {size: min(measure(size) for _ in range(3)) for size in sizes}
    return min(seconds, key=seconds.get)
