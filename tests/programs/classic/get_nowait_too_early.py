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
    child = Process(target=work, args=(results,))
    child.start()
    print(results.get_nowait())
    child.join()
