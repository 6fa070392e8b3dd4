"""wait_for does the loop itself."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Condition, Process, Value


def wait(ready, stock):
    with ready:
        ready.wait_for(lambda: stock.value > 0)
        stock.value -= 1


if __name__ == "__main__":
    ready = Condition()
    stock = Value("i", 0, lock=False)
    buyers = [Process(target=wait, args=(ready, stock)) for _ in range(2)]
    for buyer in buyers:
        buyer.start()
    with ready:
        stock.value = 2
        ready.notify_all()
    for buyer in buyers:
        buyer.join()
    assert stock.value == 0
