def take_one():
    left = read_stock()["count"]
    if left:
        write_stock({"count": left - 1})
    return left > 0


def buy(person, lock):
    with lock:
        return take_one()
