"""Main ends without a join: a forked child has the lock already, and main waits for it at its end."""
# verdict: holds
# start-method: fork
# reality: yes

from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print("inside")


if __name__ == "__main__":
    lock = Lock()
    Process(target=work, args=(lock,)).start()
