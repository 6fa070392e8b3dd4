"""The child says with its exit code that it failed; main does not look, and goes on with nothing."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

import sys
from multiprocessing import Process, Value


def cook(dish):
    if not dish.value:
        sys.exit(3)
    dish.value = 2


if __name__ == "__main__":
    dish = Value("i", 0)
    cooking = Process(target=cook, args=(dish,))
    cooking.start()
    cooking.join()
    assert dish.value == 2, "nothing to eat"
