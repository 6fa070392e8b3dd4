# diagnosis: same-place
def take_page(left, pages, writer):
    with left.get_lock():
        if left.value == 0:
            return False
        left.value -= 1
        pages[writer] = 1
        return True
