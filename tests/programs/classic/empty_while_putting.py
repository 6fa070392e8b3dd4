"""empty() as the loop's condition: empty now does not mean that nothing will come."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def work(results):
    for number in range(2):
        results.put(number)


if __name__ == "__main__":
    results = Queue()
    worker = Process(target=work, args=(results,))
    worker.start()
    got = []
    while not results.empty():
        got.append(results.get())
    leftover = [results.get() for _ in range(2 - len(got))]
    worker.join()
    assert not leftover, leftover
