# diagnosis: answer
def take_page(left, pages, writer):
    with left.get_lock():
        if left.value == 0:
            return 0
        left.value -= 1
        pages[writer] += 1
        return 1
