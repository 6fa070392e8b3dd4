# diagnosis: seats
def rebook(old, new, locks):
    first, second = sorted([old, new])
    with locks[first], locks[second]:
        wanted = read_stock(f"{new}.json")
        if wanted["count"] == 0:
            return False
        wanted["count"] -= 1
        write_stock(wanted, f"{new}.json")
        return True
