def rebook(old, new, locks):
    order = sorted(locks)
    first, second = sorted([old, new], key=order.index)
    with locks[first], locks[second]:
        stock = read_stock(f"{new}.json")
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock, f"{new}.json")
        other = read_stock(f"{old}.json")
        other["count"] += 1
        write_stock(other, f"{old}.json")
        return True
