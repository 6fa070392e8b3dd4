"""A queue of one place: the producer waits until there is room, and all arrives in order."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def make(steamer):
    for number in range(3):
        steamer.put(number)


if __name__ == "__main__":
    steamer = Queue(1)
    Process(target=make, args=(steamer,)).start()
    assert [steamer.get() for _ in range(3)] == [0, 1, 2]
