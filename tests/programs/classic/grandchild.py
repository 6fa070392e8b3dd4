"""A child may have children: all are waited for, level by level."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def grandchild(count):
    with count.get_lock():
        count.value += 1


def child(count):
    Process(target=grandchild, args=(count,)).start()
    with count.get_lock():
        count.value += 1


if __name__ == "__main__":
    count = Value("i", 0)
    first = Process(target=child, args=(count,))
    first.start()
    first.join()
    assert count.value == 2
