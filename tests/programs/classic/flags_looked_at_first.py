"""Each looks whether the other is inside before it says that it is: both get in."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process, Value


def work(me, inside, count):
    while inside[1 - me]:
        pass
    inside[me] = 1
    count.value += 1
    inside[me] = 0


if __name__ == "__main__":
    inside = Array("i", 2, lock=False)
    count = Value("i", 0, lock=False)
    workers = [Process(target=work, args=(me, inside, count)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2, count.value
