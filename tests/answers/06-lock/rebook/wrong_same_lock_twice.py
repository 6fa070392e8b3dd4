# diagnosis: taken-twice
def rebook(old, new, locks):
    first = min(old, new)
    second = min(new, old)
    with locks[first], locks[second]:
        mine = read_stock(f"{old}.json")
        wanted = read_stock(f"{new}.json")
        if wanted["count"] == 0:
            return False
        write_stock({"count": wanted["count"] - 1}, f"{new}.json")
        write_stock({"count": mine["count"] + 1}, f"{old}.json")
        return True
