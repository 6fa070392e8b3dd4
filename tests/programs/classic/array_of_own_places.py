"""Each writes a place of its own in an array: no lock is needed, and nothing is lost."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Process


def square(numbers, place):
    numbers[place] *= numbers[place]


if __name__ == "__main__":
    numbers = Array("i", [1, 2, 3])
    workers = [Process(target=square, args=(numbers, place)) for place in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert numbers[:] == [1, 4, 9]
