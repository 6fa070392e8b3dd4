"""terminate frees no lock: killed inside, the worker keeps it for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: yes

from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print("inside")


if __name__ == "__main__":
    lock = Lock()
    worker = Process(target=work, args=(lock,))
    worker.start()
    worker.terminate()
    worker.join()
    with lock:
        print("main")
