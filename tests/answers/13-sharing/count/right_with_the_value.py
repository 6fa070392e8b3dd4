def take_page(left, pages, writer):
    with left:
        got = left.value > 0
        if got:
            left.value -= 1
            pages[writer] += 1
        return got
