from contextlib import ExitStack


def take(train):
    stock = read_stock(f"{train}.json")
    if stock["count"] == 0:
        return False
    stock["count"] -= 1
    write_stock(stock, f"{train}.json")
    return True


def give_back(train):
    stock = read_stock(f"{train}.json")
    stock["count"] += 1
    write_stock(stock, f"{train}.json")


def rebook(old, new, locks):
    with ExitStack() as held:
        for train in sorted({old, new}):
            held.enter_context(locks[train])
        if not take(new):
            return False
        give_back(old)
        return True
