# diagnosis: taken-twice
def add(train, number, locks):
    with locks[train]:
        stock = read_stock(f"{train}.json")
        stock["count"] += number
        write_stock(stock, f"{train}.json")


def rebook(old, new, locks):
    first, second = sorted([old, new])
    with locks[first], locks[second]:
        if read_stock(f"{new}.json")["count"] == 0:
            return False
        add(new, -1, locks)
        add(old, 1, locks)
        return True
