"""A lock at module level, under spawn: every process runs the module anew and has another lock."""
# verdict: broken
# kind: assertion
# start-method: spawn
# reality: yes

from multiprocessing import Lock, Process, Value

lock = Lock()


def add(count):
    with lock:
        count.value += 1


if __name__ == "__main__":
    count = Value("i", 0)
    workers = [Process(target=add, args=(count,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2, count.value
