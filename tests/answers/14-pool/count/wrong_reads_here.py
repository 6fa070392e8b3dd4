# diagnosis: by-clerks
def count_sold(pages, workers):
    texts = [read_page(name) for name in pages]
    with Pool(workers) as pool:
        return sum(pool.map(Counter, [text.split() for text in texts]), Counter())
