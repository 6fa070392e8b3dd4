# diagnosis: other-lock
def rebook(old, new, locks):
    with locks[new]:
        wanted = read_stock(f"{new}.json")
        if wanted["count"] == 0:
            return False
        wanted["count"] -= 1
        write_stock(wanted, f"{new}.json")
        mine = read_stock(f"{old}.json")
        mine["count"] += 1
        write_stock(mine, f"{old}.json")
        return True
