"""Two values that belong together, written one after the other: a reader sees new and old."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def move(x, y):
    x.value = 1
    y.value = 1


if __name__ == "__main__":
    x, y = Value("i", 0), Value("i", 0)
    mover = Process(target=move, args=(x, y))
    mover.start()
    seen = (x.value, y.value)
    mover.join()
    assert seen in ((0, 0), (1, 1)), seen
