# diagnosis: TypeError
def rebook(old, new, locks):
    first, second = sorted((locks[old], locks[new]))
    with first, second:
        mine, wanted = read_stock(f"{old}.json"), read_stock(f"{new}.json")
        if wanted["count"] == 0:
            return False
        wanted["count"] -= 1
        mine["count"] += 1
        write_stock(wanted, f"{new}.json")
        write_stock(mine, f"{old}.json")
        return True
