# diagnosis: left-out
door = Lock()


def take_page(left, pages, writer):
    with door:
        if left.value == 0:
            return False
        left.value -= 1
        pages[writer] += 1
    return True
