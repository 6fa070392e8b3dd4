"""Woken is not served: with `if` in place of `while` two are woken and take one bun."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: no

from multiprocessing import Condition, Process, Value


def eat(ready, buns):
    with ready:
        if buns.value == 0:
            ready.wait()
        buns.value -= 1
        assert buns.value >= 0, "ate a bun that is not there"


if __name__ == "__main__":
    ready = Condition()
    buns = Value("i", 0, lock=False)
    for _ in range(2):
        Process(target=eat, args=(ready, buns), daemon=True).start()
    with ready:
        buns.value = 1
        ready.notify_all()
    with ready:
        pass
