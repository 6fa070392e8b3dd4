"""Dekker's algorithm: who wants to and is not at turn steps back until it is."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Process, Value


def work(me, wants, turn, count):
    other = 1 - me
    wants[me] = 1
    while wants[other]:
        if turn.value == other:
            wants[me] = 0
            while turn.value == other:
                pass
            wants[me] = 1
    count.value += 1
    turn.value = other
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
