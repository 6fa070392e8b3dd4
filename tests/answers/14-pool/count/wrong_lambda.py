# diagnosis: unpicklable
def count_sold(pages, workers):
    with Pool(workers) as pool:
        found = pool.map(lambda page: Counter(read_page(page).split()), pages)
    return sum(found, Counter())
