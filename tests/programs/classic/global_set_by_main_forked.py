"""Under fork a child begins with a copy of all that main has set."""
# verdict: holds
# start-method: fork
# reality: yes

from multiprocessing import Process

price = 1


def sell():
    assert price == 2, price


if __name__ == "__main__":
    price = 2
    child = Process(target=sell)
    child.start()
    price = 3
    child.join()
    assert child.exitcode == 0
