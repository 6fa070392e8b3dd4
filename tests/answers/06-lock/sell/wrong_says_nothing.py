# diagnosis: answer
def buy(person, lock):
    with lock:
        stock = read_stock()
        if stock["count"] > 0:
            stock["count"] -= 1
            write_stock(stock)
            print(f"{person} 抢到票了")
        else:
            print(f"{person} 没有抢到票")
