def rebook(old, new, locks):
    if old < new:
        one, two = locks[old], locks[new]
    else:
        one, two = locks[new], locks[old]
    one.acquire()
    try:
        two.acquire()
        try:
            wanted = read_stock(f"{new}.json")["count"]
            if wanted < 1:
                return False
            write_stock({"count": wanted - 1}, f"{new}.json")
            write_stock({"count": read_stock(f"{old}.json")["count"] + 1}, f"{old}.json")
            return True
        finally:
            two.release()
    finally:
        one.release()
