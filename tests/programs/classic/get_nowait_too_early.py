"""get_nowait does not wait: queue.Empty, if nothing has arrived yet."""
# verdict: broken
# kind: exception
# error: Empty
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def work(results):
    results.put("done")


if __name__ == "__main__":
    results = Queue()
    worker = Process(target=work, args=(results,))
    worker.start()
    try:
        print(results.get_nowait())
    finally:
        worker.join()
