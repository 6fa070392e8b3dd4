# diagnosis: anything
total = Counter()


def count_page(page):
    total.update(read_page(page).split())


def count_sold(pages, workers):
    with Pool(workers) as pool:
        pool.map(count_page, pages)
    return total
