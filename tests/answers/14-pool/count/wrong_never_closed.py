# diagnosis: closed-down
def count_sold(pages, workers):
    pool = Pool(workers)
    return Counter(" ".join(pool.map(read_page, pages)).split())
