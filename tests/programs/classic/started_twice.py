"""A process object can be started once: AssertionError."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process


def work():
    print("work")


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.join()
    worker.start()
