# diagnosis: FileNotFoundError
def count_sold(pages, workers):
    with Pool(workers) as pool:
        texts = pool.map(read_page, PAGES)
    return Counter(" ".join(texts).split())
