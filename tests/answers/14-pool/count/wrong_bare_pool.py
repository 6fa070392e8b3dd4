# diagnosis: too-many
def count_page(page):
    return Counter(read_page(page).split())


def count_sold(pages, workers):
    with Pool() as pool:
        return sum(pool.map(count_page, pages), Counter())
