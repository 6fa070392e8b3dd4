# diagnosis: no-lock
def take_page(left, pages, writer):
    if left.value > 0:
        left.value -= 1
        pages[writer] += 1
        return True
    return False
