"""The flag is up before the work is done: who sees it skips the lock and finds nothing."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def use(lock, ready, resource):
    if not ready.value:
        with lock:
            if not ready.value:
                ready.value = 1
                resource.value = 42
    assert resource.value == 42, resource.value


if __name__ == "__main__":
    lock, ready, resource = Lock(), Value("i", 0), Value("i", 0)
    children = [Process(target=use, args=(lock, ready, resource)) for _ in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
