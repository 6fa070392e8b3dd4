# diagnosis: lock-kept
def take_page(left, pages, writer):
    lock = left.get_lock()
    lock.acquire()
    if left.value == 0:
        return False
    left.value -= 1
    pages[writer] += 1
    lock.release()
    return True
