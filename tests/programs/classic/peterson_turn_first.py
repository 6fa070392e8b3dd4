"""Peterson's algorithm with its first two lines swapped: both get in, and a count is lost."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process, Value


def work(me, wants, turn, count):
    other = 1 - me
    turn.value = other
    wants[me] = 1
    while wants[other] and turn.value == other:
        pass
    count.value += 1
    wants[me] = 0


if __name__ == "__main__":
    wants = Array("i", 2, lock=False)
    turn, count = Value("i", 0, lock=False), Value("i", 0, lock=False)
    workers = [Process(target=work, args=(me, wants, turn, count)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2, count.value
