# diagnosis: refused-alone
def rebook(old, new, locks):
    if new not in locks:
        return False
    first, second = sorted([old, new])
    with locks[first], locks[second]:
        stock = read_stock(f"{old}.json")
        if stock["count"] == 0:
            return False
        stock["count"] -= 1
        write_stock(stock, f"{old}.json")
        other = read_stock(f"{new}.json")
        other["count"] += 1
        write_stock(other, f"{new}.json")
        return True
