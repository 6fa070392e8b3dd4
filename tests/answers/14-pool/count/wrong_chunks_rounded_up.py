# diagnosis: too-few
def one(name):
    return Counter(read_page(name).split())


def count_sold(pages, workers):
    size = -(-len(pages) // workers) or 1
    with Pool(workers) as pool:
        return sum(pool.map(one, pages, chunksize=size), Counter())
