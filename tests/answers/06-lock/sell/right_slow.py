def buy(person, lock):
    with lock:
        stock = read_stock()
        time.sleep(1)
        if stock["count"] < 1:
            return False
        stock["count"] = stock["count"] - 1
        write_stock(stock)
    return True
