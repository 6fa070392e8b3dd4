"""Main looks at the exit code and cooks itself."""
# verdict: holds
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
    if cooking.exitcode == 3:
        dish.value = 2
    assert dish.value == 2
