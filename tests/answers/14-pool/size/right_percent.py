def choose_size(measure, sizes):
    best = {s: min([measure(s) for _ in range(3)]) for s in sizes}
    limit = min(best.values()) + min(best.values()) * 0.1
    return sorted(s for s, t in best.items() if t <= limit)[0]
