"""put after close: ValueError."""
# verdict: broken
# kind: exception
# error: ValueError
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def work(results):
    results.close()
    results.put("late")


if __name__ == "__main__":
    results = Queue()
    child = Process(target=work, args=(results,))
    child.start()
    child.join()
