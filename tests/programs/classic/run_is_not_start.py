"""run() works here and now, in the same process: what it changes, main sees."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process

orders = []


def order():
    orders.append("bun")


if __name__ == "__main__":
    Process(target=order).run()
    assert orders == ["bun"]
