"""Main ends without a join, and takes its locks' names with it: a spawned child may come too late to find them."""
# verdict: broken
# kind: exception
# error: FileNotFoundError
# start-method: spawn
# reality: yes

from multiprocessing import Lock, Process


def work(lock):
    with lock:
        print("inside")


if __name__ == "__main__":
    lock = Lock()
    Process(target=work, args=(lock,)).start()
