"""Results come in the order in which they are done, not in that in which they were asked for."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def square(number, results):
    results.put(number * number)


if __name__ == "__main__":
    results = Queue()
    for number in (2, 3):
        Process(target=square, args=(number, results)).start()
    assert [results.get(), results.get()] == [4, 9]
