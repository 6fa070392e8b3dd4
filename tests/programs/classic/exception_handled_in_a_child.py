"""An exception that the child handles is nobody else's business."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def price(menu, dish, prices):
    try:
        prices.put(menu[dish])
    except KeyError:
        prices.put(None)


if __name__ == "__main__":
    prices = Queue()
    Process(target=price, args=({"bun": 2}, "duck", prices)).start()
    assert prices.get() is None
