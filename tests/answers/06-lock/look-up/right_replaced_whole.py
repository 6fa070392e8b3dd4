# 先写到旁边，再一下子换过来：谁在锁外面读，读到的也是整个文件。
def put(stock, person):
    beside = f"ticket-{person}.json"
    write_stock(stock, beside)
    os.replace(beside, "ticket.json")


def visit(person, lock):
    seen = read_stock()["count"]
    with lock:
        stock = read_stock()
        if stock["count"] == 0:
            return seen, False
        stock["count"] -= 1
        put(stock, person)
        return seen, True
