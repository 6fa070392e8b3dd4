"""One lock around both, for the writer and for the reader."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def move(lock, x, y):
    with lock:
        x.value = 1
        y.value = 1


if __name__ == "__main__":
    lock, x, y = Lock(), Value("i", 0), Value("i", 0)
    mover = Process(target=move, args=(lock, x, y))
    mover.start()
    with lock:
        seen = (x.value, y.value)
    mover.join()
    assert seen in ((0, 0), (1, 1)), seen
