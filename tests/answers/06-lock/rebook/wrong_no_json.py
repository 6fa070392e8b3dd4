# diagnosis: no-file
def rebook(old, new, locks):
    first, second = sorted([old, new])
    with locks[first], locks[second]:
        mine, wanted = read_stock(old), read_stock(new)
        if wanted["count"] == 0:
            return False
        wanted["count"] -= 1
        mine["count"] += 1
        write_stock(wanted, new)
        write_stock(mine, old)
        return True
