# diagnosis: refused
def take_page(left, pages, writer):
    lock = left.get_lock()
    if not lock.acquire(block=False):
        return False
    got = left.value > 0
    if got:
        left.value -= 1
        pages[writer] += 1
    lock.release()
    return got
