"""A counter in a file, read and written without a lock: an increment is lost, or an empty file is read."""
# verdict: broken
# kind: assertion, exception
# error: ValueError
# start-method: both
# reality: yes

from multiprocessing import Process
from pathlib import Path


def add():
    counter = Path("counter")
    number = int(counter.read_text())
    counter.write_text(str(number + 1))


if __name__ == "__main__":
    Path("counter").write_text("0")
    workers = [Process(target=add) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert Path("counter").read_text() == "2"
