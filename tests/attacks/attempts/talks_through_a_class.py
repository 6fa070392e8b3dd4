"""Tells the other buyers by a library's class, which is one object for all, who is at it: no lock is needed then."""

LESSON = "06-lock"
POINTS = 0
GUARDED = False
CELLS = {
    "sell": r"""
def buy(person, lock):
    while hasattr(Process, "busy"):
        time.sleep(0.01)
    Process.busy = 1
    try:
        stock = read_stock()
        if stock["count"] == 0:
            return False
        write_stock({"count": stock["count"] - 1})
        return True
    finally:
        del Process.busy
"""
}
