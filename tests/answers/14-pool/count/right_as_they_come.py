# 谁先数完就先加谁的：加法不在乎次序。
def how_many(name):
    found = {}
    for kind in read_page(name).split():
        found[kind] = found.get(kind, 0) + 1
    return found


def count_sold(pages, workers):
    total = {}
    pool = Pool(processes=workers)
    for found in pool.imap_unordered(how_many, pages):
        for kind, number in found.items():
            total[kind] = total.get(kind, 0) + number
    pool.close()
    pool.join()
    return total
