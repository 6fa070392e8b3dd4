"""Three philosophers who take the fork with the lower number first: no circle can close."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process

SEATS = 3


def dine(forks, seat):
    first, second = sorted([seat, (seat + 1) % SEATS])
    with forks[first], forks[second]:
        print(seat, "eats")


if __name__ == "__main__":
    forks = [Lock() for _ in range(SEATS)]
    children = [Process(target=dine, args=(forks, seat)) for seat in range(SEATS)]
    for child in children:
        child.start()
    for child in children:
        child.join()
