# diagnosis: TypeError
def take_page(left, pages, writer):
    with left.get_lock():
        if left == 0:
            return False
        left -= 1
        pages[writer] += 1
        return True
