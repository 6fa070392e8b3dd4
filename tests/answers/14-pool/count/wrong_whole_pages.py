# diagnosis: kinds
def count_sold(pages, workers):
    with Pool(workers) as pool:
        return Counter(pool.map(read_page, pages))
