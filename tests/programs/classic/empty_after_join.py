"""After the only producer was joined, all it put has arrived: here empty() can be trusted."""
# verdict: holds
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
    worker.join()
    got = []
    while not results.empty():
        got.append(results.get())
    assert got == [0, 1]
