def count_sold(pages, workers):
    pool = Pool(workers)
    texts = pool.map_async(read_page, pages)
    pool.close()
    pool.join()
    return Counter(" ".join(texts.get()).split())
