# diagnosis: untouched
def count_sold(pages, workers):
    raise NotImplementedError()
