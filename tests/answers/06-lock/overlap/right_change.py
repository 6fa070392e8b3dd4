def change(lock, number):
    lock.acquire()
    try:
        left = read_stock()["count"] + number
        if left >= 0:
            write_stock({"count": left})
        return left >= 0
    finally:
        lock.release()


def purchase(person, lock, pay):
    if not change(lock, -1):
        return False
    paid = pay()
    if not paid:
        change(lock, +1)
    return paid
