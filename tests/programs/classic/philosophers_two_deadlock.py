"""Two philosophers, each takes the left fork first: both hold one and wait for the other for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Lock, Process


def dine(name, left, right):
    with left, right:
        print(name, "eats")


if __name__ == "__main__":
    forks = [Lock(), Lock()]
    one = Process(target=dine, args=("Plato", forks[0], forks[1]))
    one.start()
    other = Process(target=dine, args=("Kant", forks[1], forks[0]))
    other.start()
    one.join()
    other.join()
