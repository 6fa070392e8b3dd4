# diagnosis: other-lock
def rebook(old, new, locks):
    with locks[min(locks)]:
        wanted = read_stock(f"{new}.json")
        if wanted["count"] == 0:
            return False
        mine = read_stock(f"{old}.json")
        write_stock({"count": wanted["count"] - 1}, f"{new}.json")
        write_stock({"count": mine["count"] + 1}, f"{old}.json")
        return True
