# diagnosis: sold
def count_page(page):
    found = {}
    for kind in read_page(page).split():
        found[kind] = found.get(kind, 0) + 1
    return found


def count_sold(pages, workers):
    total = {}
    with Pool(workers) as pool:
        for found in pool.map(count_page, pages):
            total.update(found)
    return total
