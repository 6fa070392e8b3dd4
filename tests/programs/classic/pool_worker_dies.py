"""A pool's worker that dies takes its job with it: a new worker comes, but the answer never does."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

import os
from multiprocessing import Pool


def work():
    os._exit(1)


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply_async(work).get()
