# diagnosis: lock-kept
def rebook(old, new, locks):
    first, second = sorted([old, new])
    locks[first].acquire()
    locks[second].acquire()
    wanted = read_stock(f"{new}.json")
    got = wanted["count"] > 0
    if got:
        mine = read_stock(f"{old}.json")
        write_stock({"count": wanted["count"] - 1}, f"{new}.json")
        write_stock({"count": mine["count"] + 1}, f"{old}.json")
    locks[second].release()
    locks[first].release()
    return got
