# diagnosis: ValueError
def count_page(page):
    return Counter(read_page(page).split())


def count_sold(pages, workers):
    pool = Pool(workers)
    found = pool.map(count_page, pages)
    pool.join()
    return sum(found, Counter())
