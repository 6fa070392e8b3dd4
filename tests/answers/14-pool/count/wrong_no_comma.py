# diagnosis: TypeError
def one(p):
    return Counter(read_page(p).split())
def count_sold(pages, workers):
    total = Counter()
    with Pool(workers) as pool:
        calls = [pool.apply_async(one, (p)) for p in pages]
        for c in calls:
            total.update(c.get())
    return total
