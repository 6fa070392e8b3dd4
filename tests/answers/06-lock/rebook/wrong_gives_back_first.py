# diagnosis: below-zero
def rebook(old, new, locks):
    with locks[old]:
        mine = read_stock(f"{old}.json")
        write_stock({"count": mine["count"] + 1}, f"{old}.json")
    with locks[new]:
        wanted = read_stock(f"{new}.json")
        if wanted["count"] > 0:
            write_stock({"count": wanted["count"] - 1}, f"{new}.json")
            return True
    with locks[old]:
        mine = read_stock(f"{old}.json")
        write_stock({"count": mine["count"] - 1}, f"{old}.json")
    return False
