# diagnosis: TypeError
def rebook(old, new, locks):
    first, second = sorted([locks[old], locks[new]])
    with first, second:
        count = read_stock(f"{new}.json")["count"]
        if count == 0:
            return False
        write_stock({"count": count - 1}, f"{new}.json")
        write_stock({"count": read_stock(f"{old}.json")["count"] + 1}, f"{old}.json")
        return True
