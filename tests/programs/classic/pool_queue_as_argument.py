"""A Queue cannot be an argument of a pool's job: RuntimeError from get."""
# verdict: broken
# kind: exception
# error: RuntimeError
# start-method: both
# reality: yes

from multiprocessing import Pool, Queue


def work(results):
    results.put("done")


if __name__ == "__main__":
    results = Queue()
    with Pool(1) as pool:
        pool.apply_async(work, (results,)).get()
