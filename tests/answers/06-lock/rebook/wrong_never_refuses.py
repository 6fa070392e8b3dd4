# diagnosis: below-zero
def rebook(old, new, locks):
    first, second = sorted([old, new])
    with locks[first], locks[second]:
        mine = read_stock(f"{old}.json")
        wanted = read_stock(f"{new}.json")
        write_stock({"count": wanted["count"] - 1}, f"{new}.json")
        write_stock({"count": mine["count"] + 1}, f"{old}.json")
        return True
