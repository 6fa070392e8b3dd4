"""A process cannot join itself: AssertionError."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, current_process


def work():
    current_process().join()


if __name__ == "__main__":
    Process(target=work).start()
