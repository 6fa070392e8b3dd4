# diagnosis: pair
def visit(person, lock):
    with lock:
        stock = read_stock()
        print(f"{person} 查询票数：{stock['count']}")
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock)
        return True
