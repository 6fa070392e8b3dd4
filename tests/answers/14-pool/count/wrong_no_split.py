# diagnosis: kinds
def count_sold(pages, workers):
    with Pool(workers) as pool:
        texts = pool.map(read_page, pages)
    return Counter("".join(texts).split())
