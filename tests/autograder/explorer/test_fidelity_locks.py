"""Locks and semaphores do what the real ones do."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

FACTS = [
    fact(
        "a lock may be released by anyone",
        "child released / free again",
        """
def task(lock):
    lock.release()
    print("child released")
---
lock = Lock()
lock.acquire()
p = Process(target=task, args=(lock,))
p.start()
p.join()
if lock.acquire(False):
    print("free again")
""",
    ),
    fact(
        "a free lock cannot be released",
        "semaphore or lock released too many times",
        """
---
try:
    Lock().release()
except ValueError as error:
    print(error)
""",
    ),
    fact(
        "a lock cannot be taken twice, not even by its holder",
        "False",
        """
---
lock = Lock()
lock.acquire()
print(lock.acquire(False))
""",
    ),
    fact(
        "who takes a lock that it holds waits for ever",
        "once; hangs",
        """
---
lock = Lock()
lock.acquire()
print("once")
lock.acquire()
print("twice")
""",
    ),
    fact(
        "with gives a lock back, whatever happens inside",
        "True",
        """
---
lock = Lock()
try:
    with lock:
        raise KeyError
except KeyError:
    print(lock.acquire(False))
""",
    ),
    fact(
        "a recursive lock may be taken again by its holder",
        "True True / child False",
        """
def task(lock):
    print("child", lock.acquire(False))
---
lock = RLock()
print(lock.acquire(), lock.acquire(False))
lock.release()
p = Process(target=task, args=(lock,))
p.start()
p.join()
""",
    ),
    fact(
        "a recursive lock cannot be released by another",
        "attempt to release recursive lock not owned by thread",
        """
def task(lock):
    try:
        lock.release()
    except AssertionError as error:
        print(error)
---
lock = RLock()
lock.acquire()
p = Process(target=task, args=(lock,))
p.start()
p.join()
""",
    ),
    fact(
        "a semaphore grows past its beginning in silence",
        "3",
        """
---
semaphore = Semaphore(1)
semaphore.release()
semaphore.release()
print(semaphore.get_value())
""",
    ),
    fact(
        "a bounded semaphore does not grow past its beginning",
        "1 semaphore or lock released too many times",
        """
---
semaphore = BoundedSemaphore(1)
try:
    semaphore.release()
except ValueError as error:
    print(semaphore.get_value(), error)
""",
    ),
    fact(
        "a lock cannot be pickled but on the way to a child",
        "Lock objects should only be shared between processes through inheritance",
        """
---
try:
    pickle.dumps(Lock())
except RuntimeError as error:
    print(error)
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
