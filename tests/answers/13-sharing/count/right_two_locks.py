def take_page(left, pages, writer):
    with left.get_lock():
        got = left.value > 0
        if got:
            left.value = left.value - 1
    if got:
        with pages.get_lock():
            pages[writer] += 1
    return got
