# diagnosis: below-zero
def take_page(left, pages, writer):
    with left.get_lock():
        left.value -= 1
        pages[writer] += 1
        return left.value >= 0
