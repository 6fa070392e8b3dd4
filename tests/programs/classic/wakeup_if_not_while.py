"""Woken is not served: with `if` in place of `while` two are woken and take one bun."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

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
    people = [Process(target=eat, args=(ready, buns)) for _ in range(2)]
    for person in people:
        person.start()
    for _ in people:
        with ready:
            buns.value += 1
            ready.notify_all()
    for person in people:
        person.join()
