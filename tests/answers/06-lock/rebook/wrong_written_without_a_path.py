# diagnosis: other-file
def rebook(old, new, locks):
    first, second = sorted([old, new])
    with locks[first], locks[second]:
        mine, wanted = read_stock(f"{old}.json"), read_stock(f"{new}.json")
        if wanted["count"] == 0:
            return False
        wanted["count"] -= 1
        mine["count"] += 1
        write_stock(wanted)
        write_stock(mine)
        return True
