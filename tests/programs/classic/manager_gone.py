"""The manager ends with its `with` block: whoever asks it after that finds nobody at its address."""
# verdict: broken
# kind: exception
# error: FileNotFoundError
# start-method: both
# reality: no

from multiprocessing import Event, Manager, Process


def work(shared, gone):
    gone.wait()
    shared["count"] = 1


if __name__ == "__main__":
    gone = Event()
    with Manager() as manager:
        shared = manager.dict()
        worker = Process(target=work, args=(shared, gone))
        worker.start()
    gone.set()
    worker.join()
