"""Under spawn a child does not see what main has set since: it runs the module anew."""
# verdict: broken
# kind: assertion
# start-method: spawn
# reality: yes

from multiprocessing import Process

price = 1


def sell():
    assert price == 2, price


if __name__ == "__main__":
    price = 2
    Process(target=sell).start()
