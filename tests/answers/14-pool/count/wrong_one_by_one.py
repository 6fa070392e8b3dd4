# diagnosis: run-not-start
def count_sold(pages, workers):
    total = Counter()
    for page in pages:
        total.update(read_page(page).split())
    return total
