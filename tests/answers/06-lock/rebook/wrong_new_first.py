# diagnosis: opposite-order
def rebook(old, new, locks):
    locks[new].acquire()
    wanted = read_stock(f"{new}.json")
    if wanted["count"] == 0:
        locks[new].release()
        return False
    locks[old].acquire()
    mine = read_stock(f"{old}.json")
    write_stock({"count": wanted["count"] - 1}, f"{new}.json")
    write_stock({"count": mine["count"] + 1}, f"{old}.json")
    locks[old].release()
    locks[new].release()
    return True
