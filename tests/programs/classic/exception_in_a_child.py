"""An uncaught exception ends the child with exit code 1; join raises nothing."""
# verdict: broken
# kind: exception
# error: KeyError
# start-method: both
# reality: yes

from multiprocessing import Process


def price(menu, dish):
    print(menu[dish])


if __name__ == "__main__":
    child = Process(target=price, args=({"bun": 2}, "duck"))
    child.start()
    child.join()
    assert child.exitcode == 1
