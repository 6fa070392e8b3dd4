# diagnosis: refused
def rebook(old, new, locks):
    with locks[old]:
        if not locks[new].acquire(timeout=1):
            return False
        try:
            mine = read_stock(f"{old}.json")
            wanted = read_stock(f"{new}.json")
            if wanted["count"] == 0:
                return False
            write_stock({"count": wanted["count"] - 1}, f"{new}.json")
            write_stock({"count": mine["count"] + 1}, f"{old}.json")
            return True
        finally:
            locks[new].release()
