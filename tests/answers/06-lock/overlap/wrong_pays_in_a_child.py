# diagnosis: unpicklable
def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        write_stock({"count": stock["count"] - 1})
    p = Process(target=pay)
    p.start()
    p.join()
    return True
