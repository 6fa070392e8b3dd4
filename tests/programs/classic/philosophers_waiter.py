"""A waiter lets only two of three philosophers sit down: one of them always gets both forks."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Semaphore

SEATS = 3


def dine(waiter, forks, seat):
    with waiter, forks[seat], forks[(seat + 1) % SEATS]:
        print(seat, "eats")


if __name__ == "__main__":
    waiter = Semaphore(SEATS - 1)
    forks = [Lock() for _ in range(SEATS)]
    children = [Process(target=dine, args=(waiter, forks, seat)) for seat in range(SEATS)]
    for child in children:
        child.start()
    for child in children:
        child.join()
