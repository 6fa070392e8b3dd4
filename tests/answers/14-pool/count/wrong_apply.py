# diagnosis: too-few
def count_page(page):
    return Counter(read_page(page).split())


def count_sold(pages, workers):
    total = Counter()
    with Pool(workers) as pool:
        for page in pages:
            total += pool.apply(count_page, (page,))
    return total
