def one(p):
    return Counter(read_page(p).split())
def count_sold(pages, workers):
    with ProcessPoolExecutor(workers) as ex:
        return sum(ex.map(one, pages), Counter())
