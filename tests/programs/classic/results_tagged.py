"""Each result says what it is the result of."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def square(number, results):
    results.put((number, number * number))


if __name__ == "__main__":
    results = Queue()
    for number in (2, 3):
        Process(target=square, args=(number, results)).start()
    squares = dict(results.get() for _ in range(2))
    assert squares == {2: 4, 3: 9}
