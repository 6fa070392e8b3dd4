# diagnosis: PaysAgainAndAgain
def purchase(name, lock, pay):
    with lock:
        count = read_stock()["count"]
        if count == 0:
            return False
        write_stock({"count": count - 1})
    while not pay():
        pass
    return True
