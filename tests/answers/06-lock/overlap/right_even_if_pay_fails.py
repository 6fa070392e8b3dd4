def purchase(person, lock, pay):
    with lock:
        stock = read_stock()
        if stock["count"] < 1:
            return False
        stock["count"] -= 1
        write_stock(stock)
    paid = False
    try:
        paid = pay()
    finally:
        if not paid:
            with lock:
                stock = read_stock()
                stock["count"] += 1
                write_stock(stock)
    return paid
