"""What cannot be pickled is lost in the feeder: put succeeds, and get waits for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def work(orders):
    print(orders.get())


if __name__ == "__main__":
    orders = Queue()
    child = Process(target=work, args=(orders,))
    child.start()
    orders.put(lambda: "buns")
    child.join()
