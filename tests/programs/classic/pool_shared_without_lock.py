"""The same without the lock: two workers read the same number."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Pool, Value

count = None


def take(shared):
    global count
    count = shared


def add(_number):
    count.value += 1


if __name__ == "__main__":
    total = Value("i", 0)
    with Pool(2, take, (total,)) as pool:
        pool.map(add, range(2), chunksize=1)
    assert total.value == 2, total.value
