# diagnosis: left
def take_page(left, pages, writer):
    with left.get_lock():
        now = left.value
        if now == 0:
            return False
        now -= 1
        pages[writer] += 1
        return True
