# diagnosis: no-chunk
def one(name):
    return Counter(read_page(name).split())


def count_sold(pages, workers):
    with Pool(workers) as pool:
        return sum(pool.map(one, pages, chunksize=len(pages) // workers), Counter())
