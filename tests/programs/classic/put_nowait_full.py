"""put_nowait into a queue of one place: queue.Full, if the first thing has not been taken."""
# verdict: broken
# kind: exception
# error: Full
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def work(orders):
    print("cooking", orders.get())


if __name__ == "__main__":
    orders = Queue(maxsize=1)
    cook = Process(target=work, args=(orders,))
    cook.start()
    orders.put_nowait("buns")
    try:
        orders.put_nowait("tea")
    finally:
        cook.join()
