"""Peterson's algorithm: say that you want to, let the other go first, wait; nobody's count is lost."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Process, Value


def work(me, wants, turn, count):
    other = 1 - me
    wants[me] = 1
    turn.value = other
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
    assert count.value == 2
