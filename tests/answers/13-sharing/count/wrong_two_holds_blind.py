# diagnosis: two-holds
def take_page(left, pages, writer):
    with left.get_lock():
        if left.value <= 0:
            return False
    with left.get_lock():
        left.value -= 1
    with pages.get_lock():
        pages[writer] += 1
    return True
