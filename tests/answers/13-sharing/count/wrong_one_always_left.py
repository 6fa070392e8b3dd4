# diagnosis: one-left
def take_page(left, pages, writer):
    with left.get_lock():
        if left.value > 1:
            left.value -= 1
            pages[writer] += 1
            return True
        return False
