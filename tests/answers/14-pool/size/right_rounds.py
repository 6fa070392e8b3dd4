# 一轮一轮地量：机器忽快忽慢的时候，人人有份。
def choose_size(measure, sizes):
    best = {}
    for _ in range(5):
        for size in sizes:
            seconds = measure(size)
            if size not in best or seconds < best[size]:
                best[size] = seconds
    limit = min(best.values()) * 1.1
    for size in sorted(best):
        if best[size] <= limit:
            return size
