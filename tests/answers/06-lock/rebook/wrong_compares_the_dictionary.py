# diagnosis: TypeError
def rebook(old, new, locks):
    first, second = sorted((old, new))
    with locks[first], locks[second]:
        mine, wanted = read_stock(f"{old}.json"), read_stock(f"{new}.json")
        if wanted == 0:
            return False
        write_stock(wanted - 1, f"{new}.json")
        write_stock(mine + 1, f"{old}.json")
        return True
