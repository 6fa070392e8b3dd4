# diagnosis: other-lock
def rebook(old, new, locks):
    with locks["G1"], locks["G2"]:
        stock = read_stock(f"{new}.json")
        if stock["count"] < 1:
            return False
        stock["count"] -= 1
        write_stock(stock, f"{new}.json")
        stock = read_stock(f"{old}.json")
        stock["count"] += 1
        write_stock(stock, f"{old}.json")
        return True
