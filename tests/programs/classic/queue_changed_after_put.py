"""The feeder pickles later: a list changed right after put may arrive changed."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def work(orders, out):
    out.put(orders.get())


if __name__ == "__main__":
    orders, out = Queue(), Queue()
    Process(target=work, args=(orders, out)).start()
    order = ["buns"]
    orders.put(order)
    order.append("tea")
    assert out.get() == ["buns"]
