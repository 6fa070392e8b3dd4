# diagnosis: look-outside
def take_page(left, pages, writer):
    if left.value == 0:
        return False
    with left.get_lock():
        left.value -= 1
        pages[writer] += 1
    return True
