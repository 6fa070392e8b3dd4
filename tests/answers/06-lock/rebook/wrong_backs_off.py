# diagnosis: livelock
def rebook(old, new, locks):
    while True:
        locks[old].acquire()
        if locks[new].acquire(block=False):
            break
        locks[old].release()
    wanted = read_stock(f"{new}.json")
    got = wanted["count"] > 0
    if got:
        mine = read_stock(f"{old}.json")
        write_stock({"count": wanted["count"] - 1}, f"{new}.json")
        write_stock({"count": mine["count"] + 1}, f"{old}.json")
    locks[new].release()
    locks[old].release()
    return got
