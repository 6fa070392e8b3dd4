"""Three locks, three processes, each wants its own and the next: a circle of three."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, RLock


def use(mine, next_one):
    mine.acquire()
    next_one.acquire()
    next_one.release()
    mine.release()


if __name__ == "__main__":
    locks = [RLock() for _ in range(3)]
    children = [Process(target=use, args=(locks[number], locks[number - 1])) for number in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
