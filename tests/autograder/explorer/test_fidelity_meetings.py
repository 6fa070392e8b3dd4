"""Events, conditions and barriers do what the real ones do, lost calls included."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

FACTS = [
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
p.join()
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
for p in children:
    p.join()
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
p.join()
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
children = [Process(target=task, args=(barrier,)) for _ in range(2)]
for p in children:
    p.start()
for p in children:
    p.join()
""",
    ),
    fact(
        "while a barrier's action runs, nobody else gets in",
        {"acted / acted"},
        """
import time

def act():
    time.sleep(0.01)
    print("acted")

def task(barrier):
    barrier.wait()
---
barrier = Barrier(2, act)
children = [Process(target=task, args=(barrier,)) for _ in range(4)]
for p in children:
    p.start()
for p in children:
    p.join()
""",
    ),
    fact(
        "an action that fails breaks the barrier for all",
        "broken / failed",
        """
from threading import BrokenBarrierError

def act():
    raise ValueError

def task(barrier):
    try:
        barrier.wait()
    except BrokenBarrierError:
        print("broken")
    except ValueError:
        print("failed")
---
barrier = Barrier(2, act)
children = [Process(target=task, args=(barrier,)) for _ in range(2)]
for p in children:
    p.start()
for p in children:
    p.join()
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
