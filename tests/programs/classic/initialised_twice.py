"""Looked at before the lock and not again inside it: both initialise."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def use(lock, ready, times):
    if not ready.value:
        with lock:
            times.value += 1
            ready.value = 1


if __name__ == "__main__":
    lock, ready, times = Lock(), Value("i", 0), Value("i", 0)
    users = [Process(target=use, args=(lock, ready, times)) for _ in range(2)]
    for user in users:
        user.start()
    for user in users:
        user.join()
    assert times.value == 1, times.value
