# diagnosis: sleeps
def purchase(person, lock, pay):
    time.sleep(len(person))
    stock = read_stock()
    if stock["count"] == 0:
        return False
    write_stock({"count": stock["count"] - 1})
    if pay():
        return True
    write_stock({"count": read_stock()["count"] + 1})
    return False
