"""Without a lock a reader can come between the two writes and see half of the new page."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process


def read(page):
    first, second = page[0], page[1]
    assert first == second, "half a write was read"


def write(page):
    page[0] = 1
    page[1] = 1


if __name__ == "__main__":
    page = Array("i", 2)
    one = Process(target=write, args=(page,))
    one.start()
    other = Process(target=read, args=(page,))
    other.start()
    one.join()
    other.join()
