"""A list given as argument is a copy in the child: main's stays empty."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process


def order(orders):
    orders.append("bun")


if __name__ == "__main__":
    orders = []
    child = Process(target=order, args=(orders,))
    child.start()
    child.join()
    assert orders == ["bun"], orders
