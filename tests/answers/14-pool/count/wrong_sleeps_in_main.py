# diagnosis: too-many
def count_sold(pages, workers):
    with Pool(workers) as pool:
        texts = pool.map_async(read_page, pages)
        while not texts.ready():
            time.sleep(0.1)
        return Counter(" ".join(texts.get()).split())
