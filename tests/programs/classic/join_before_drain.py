"""More than a pipe holds is on its way: the child cannot end before somebody gets it, main waits for its end."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def work(results):
    results.put("x" * 300_000)


if __name__ == "__main__":
    results = Queue()
    worker = Process(target=work, args=(results,))
    worker.start()
    worker.join()
    print(len(results.get()))
