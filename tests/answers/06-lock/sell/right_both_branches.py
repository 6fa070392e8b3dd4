def buy(person, lock):
    got = False
    lock.acquire()
    stock = read_stock()
    if stock["count"] > 0:
        print(f"{person} 抢到票了")
        stock["count"] -= 1
        write_stock(stock)
        got = True
    else:
        print(f"{person} 没有抢到票")
    lock.release()
    return got
