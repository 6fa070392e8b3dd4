# diagnosis: unsorted
def choose_size(measure, sizes):
    t = {s: min(measure(s) for _ in range(3)) for s in sizes}
    best = min(t.values())
    for s in sizes:
        if t[s] <= best*1.1:
            return s
