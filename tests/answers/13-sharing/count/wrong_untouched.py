# diagnosis: untouched
def take_page(left, pages, writer):
    raise NotImplementedError()
