"""Locks, semaphores, events, conditions and barriers do what the real ones do."""

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
    fact(
        "an event that is set and cleared can wake a waiter who sees False, or be missed",
        {"False", "True", "; hangs"},
        """
def task(event):
    print(event.wait())
---
event = Event()
p = Process(target=task, args=(event,))
p.start()
event.set()
event.clear()
""",
        unforced="which of the three happens cannot be forced",
    ),
    fact(
        "an event that stays set wakes everyone, early or late",
        "True / True",
        """
def task(event):
    print(event.wait())
---
event = Event()
children = [Process(target=task, args=(event,)) for _ in range(2)]
children[0].start()
event.set()
children[1].start()
""",
    ),
    fact(
        "a wait for an event says False when its time is up",
        "False False",
        """
---
event = Event()
print(event.wait(0.01), event.is_set())
""",
    ),
    fact(
        "a notify that nobody waits for is lost",
        "waits; hangs",
        """
def task(condition):
    with condition:
        print("waits")
        condition.wait()
        print("woken")
---
condition = Condition()
with condition:
    condition.notify()
p = Process(target=task, args=(condition,))
p.start()
""",
    ),
    fact(
        "a notify wakes who sleeps",
        "woken True",
        """
def task(condition, ready):
    with condition:
        ready.set()
        print("woken", condition.wait())
---
condition, ready = Condition(), Event()
p = Process(target=task, args=(condition, ready))
p.start()
ready.wait()
with condition:
    condition.notify()
""",
    ),
    fact(
        "a notify to a terminated sleeper hangs who notifies",
        "-15; hangs",
        """
def task(condition, ready):
    with condition:
        ready.set()
        condition.wait()
---
condition, ready = Condition(), Event()
p = Process(target=task, args=(condition, ready))
p.start()
ready.wait()
with condition:
    pass  # now the child sleeps: it let go of the lock
p.terminate()
p.join()
print(p.exitcode)
with condition:
    condition.notify()
print("notified")
""",
    ),
    fact(
        "a condition's lock must be held to wait and to notify",
        "lock is not owned / must acquire() condition before using wait()",
        """
---
condition = Condition()
for use in (condition.wait, condition.notify):
    try:
        use()
    except AssertionError as error:
        print(error)
""",
    ),
    fact(
        "waiting gives the lock up and takes it again",
        "False / False",
        """
---
lock = Lock()
condition = Condition(lock)
with condition:
    print(condition.wait(0.01))
    print(lock.acquire(False))
""",
    ),
    fact(
        "a barrier lets all pass at once and gives each its place",
        "0 / 1",
        """
def task(barrier):
    print(barrier.wait())
---
barrier = Barrier(2)
for _ in range(2):
    Process(target=task, args=(barrier,)).start()
""",
    ),
    fact(
        "one too few at a barrier wait for ever",
        "waits; hangs",
        """
---
barrier = Barrier(2)
print("waits")
barrier.wait()
""",
    ),
    fact(
        "an aborted barrier sends away who waits and who comes",
        "broken / broken True",
        """
from threading import BrokenBarrierError
def task(barrier):
    try:
        barrier.wait()
    except BrokenBarrierError:
        print("broken")
---
barrier = Barrier(2)
p = Process(target=task, args=(barrier,))
p.start()
barrier.abort()
p.join()
try:
    barrier.wait()
except BrokenBarrierError:
    print("broken", barrier.broken)
""",
    ),
    fact(
        "a timeout at a barrier breaks it",
        "True",
        """
from threading import BrokenBarrierError
---
barrier = Barrier(2)
try:
    barrier.wait(0.01)
except BrokenBarrierError:
    print(barrier.broken)
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
