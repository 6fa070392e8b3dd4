# diagnosis: refused
def rebook(old, new, locks):
    if not locks[old].acquire(block=False):
        return False
    if not locks[new].acquire(block=False):
        locks[old].release()
        return False
    mine = read_stock(f"{old}.json")
    wanted = read_stock(f"{new}.json")
    got = wanted["count"] > 0
    if got:
        write_stock({"count": wanted["count"] - 1}, f"{new}.json")
        write_stock({"count": mine["count"] + 1}, f"{old}.json")
    locks[new].release()
    locks[old].release()
    return got
