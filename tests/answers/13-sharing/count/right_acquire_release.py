def one_less(left):
    lock = left.get_lock()
    lock.acquire()
    try:
        if left.value <= 0:
            return False
        left.value -= 1
        return True
    finally:
        lock.release()


def take_page(left, pages, writer):
    if one_less(left):
        with pages:
            pages[writer] += 1
        return True
    return False
