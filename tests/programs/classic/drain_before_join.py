"""First get everything, then join."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def work(results):
    results.put("x" * 300_000)


if __name__ == "__main__":
    results = Queue()
    worker = Process(target=work, args=(results,))
    worker.start()
    assert len(results.get()) == 300_000
    worker.join()
