"""Three philosophers in a circle, each with the left fork in hand: nobody can take a right one."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Lock, Process

SEATS = 3


def dine(forks, seat):
    with forks[seat], forks[(seat + 1) % SEATS]:
        print(seat, "eats")


if __name__ == "__main__":
    forks = [Lock() for _ in range(SEATS)]
    children = [Process(target=dine, args=(forks, seat)) for seat in range(SEATS)]
    for child in children:
        child.start()
    for child in children:
        child.join()
