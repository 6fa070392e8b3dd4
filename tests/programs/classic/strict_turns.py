"""Two take turns, twice each: exclusive, and everybody gets there."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def work(me, turn, count):
    for _ in range(2):
        while turn.value != me:
            pass
        count.value += 1
        turn.value = 1 - me


if __name__ == "__main__":
    turn, count = Value("i", 0, lock=False), Value("i", 0, lock=False)
    workers = [Process(target=work, args=(me, turn, count)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 4
