"""The same counter under a lock: nothing is lost."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process
from pathlib import Path


def add(lock):
    with lock:
        counter = Path("counter")
        number = int(counter.read_text())
        counter.write_text(str(number + 1))


if __name__ == "__main__":
    Path("counter").write_text("0")
    lock = Lock()
    workers = [Process(target=add, args=(lock,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert Path("counter").read_text() == "2"
