"""put_nowait into a queue of one place: queue.Full, if the first thing has not been taken."""
# verdict: broken
# kind: exception
# error: Full
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def work(orders):
    while orders.get() is not None:
        pass


if __name__ == "__main__":
    orders = Queue(maxsize=1)
    Process(target=work, args=(orders,), daemon=True).start()
    orders.put_nowait("buns")
    orders.put_nowait(None)
