# diagnosis: two-holds
def take_page(left, pages, writer):
    with left.get_lock():
        now = left.value
    if now == 0:
        return False
    with left.get_lock():
        left.value = now - 1
        pages[writer] += 1
    return True
