# diagnosis: TypeError
def count_page(page):
    return Counter(read_page(page).split())


def count_sold(pages, workers):
    with Pool(workers) as pool:
        found = pool.map_async(count_page, pages)
        return sum(found, Counter())
