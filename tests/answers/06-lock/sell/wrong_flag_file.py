# diagnosis: flag
def buy(person, lock):
    while os.path.exists("busy"):
        time.sleep(0.1)
    open("busy", "w").close()
    stock = read_stock()
    got = stock["count"] > 0
    if got:
        stock["count"] -= 1
        write_stock(stock)
    os.remove("busy")
    return got
