"""An executor notices that a worker has died: BrokenProcessPool."""
# verdict: broken
# kind: exception
# error: BrokenProcessPool
# start-method: both
# reality: yes

import os
from concurrent.futures import ProcessPoolExecutor


def work():
    os._exit(1)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        executor.submit(work).result()
