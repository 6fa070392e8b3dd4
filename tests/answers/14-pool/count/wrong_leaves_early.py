# diagnosis: all-read
def one(p):
    return Counter(read_page(p).split())
def count_sold(pages, workers):
    total = Counter()
    with Pool(workers) as pool:
        for p in pages:
            pool.apply_async(one, (p,), callback=total.update)
    return total
