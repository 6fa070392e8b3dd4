"""Processes end, are ended and leave behind what the real ones do."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

LEFT_ALONE = """
def task(lock):
    print("child")
---
lock = Lock()
Process(target=task, args=(lock,)).start()
print("parent ends")
"""
"""A parent that sends its lock to a child, and does not wait for it."""

FACTS = [
    fact(
        "join never raises; how a process ended, its exit code says",
        "joined 1",
        """
def task():
    raise ValueError("no")
---
p = Process(target=task)
p.start()
p.join()
print("joined", p.exitcode)
""",
    ),
    fact(
        "sys.exit gives its number's last byte, 1 for a text, 0 for nothing",
        "[44, 7, 1, 0, 0]",
        """
import sys
---
codes = []
for what in (300, 7, "x", None, 0):
    p = Process(target=sys.exit, args=(what,))
    p.start()
    p.join()
    codes.append(p.exitcode)
print(codes)
""",
    ),
    fact(
        "os._exit ends a process at once, with its number",
        "7",
        """
import os
def task():
    try:
        os._exit(7)
    finally:
        print("finally")
---
p = Process(target=task)
p.start()
p.join()
print(p.exitcode)
""",
    ),
    fact(
        "what a main process raises is its exit code, and its children are waited for",
        "child; exit 1",
        """
def task():
    print("child")
---
Process(target=task).start()
raise ValueError("no")
""",
    ),
    fact(
        "terminate runs no finally and is exit code -15",
        "-15",
        """
def task(ready):
    try:
        ready.set()
        Event().wait()
    finally:
        print("finally")
---
ready = Event()
p = Process(target=task, args=(ready,))
p.start()
ready.wait()
p.terminate()
p.join()
print(p.exitcode)
""",
    ),
    fact(
        "kill is exit code -9",
        "-9",
        """
def task():
    Event().wait()
---
p = Process(target=task)
p.start()
p.kill()
p.join()
print(p.exitcode)
""",
    ),
    fact(
        "a lock that a terminated process held stays held",
        "-15 False",
        """
def task(lock, ready):
    with lock:
        ready.set()
        Event().wait()
---
lock, ready = Lock(), Event()
p = Process(target=task, args=(lock, ready))
p.start()
ready.wait()
p.terminate()
p.join()
print(p.exitcode, lock.acquire(False))
""",
    ),
    fact(
        "what a terminated process had put and not sent is lost",
        {"lost", "sent"},
        """
def task(queue, ready):
    queue.put(1)
    ready.set()
    Event().wait()
---
queue, ready = Queue(), Event()
p = Process(target=task, args=(queue, ready))
p.start()
ready.wait()
p.terminate()
p.join()
print("lost" if queue.empty() else "sent")
""",
    ),
    fact(
        "a process may be terminated at any point, its start and its end included",
        {"-15", "-15 / child", "0 / child"},
        """
def task():
    print("child")
---
p = Process(target=task)
p.start()
p.terminate()
p.join()
print(p.exitcode)
""",
    ),
    fact(
        "to terminate a process that has ended changes nothing",
        "0",
        """
def task():
    pass
---
p = Process(target=task)
p.start()
p.join()
p.terminate()
print(p.exitcode)
""",
    ),
    fact(
        "daemons are terminated when their parent ends, without finally",
        "parent ends",
        """
def task(ready):
    try:
        ready.set()
        Event().wait()
    finally:
        print("finally")
---
ready = Event()
p = Process(target=task, args=(ready,), daemon=True)
p.start()
ready.wait()
print("parent ends")
""",
    ),
    fact(
        "a daemon may come to its work or not",
        {"parent ends", "daemon / parent ends"},
        """
def task():
    print("daemon")
---
p = Process(target=task)
p.daemon = True
p.start()
print("parent ends")
""",
    ),
    fact(
        "a parent waits for children that are no daemons",
        "child / parent ends",
        """
def task():
    print("child")
---
Process(target=task).start()
print("parent ends")
""",
    ),
    fact(
        "a spawned child may find its locks gone when their maker does not wait for it",
        {"parent ends", "child / parent ends"},
        LEFT_ALONE,
        methods=("spawn",),
    ),
    fact(
        "a forked child has its locks, whatever becomes of their maker",
        "child / parent ends",
        LEFT_ALONE,
        methods=("fork",),
    ),
    fact(
        "daemons may have no children",
        "daemonic processes are not allowed to have children",
        """
def task():
    try:
        Process(target=print).start()
    except AssertionError as error:
        print(error)
---
p = Process(target=task, daemon=True)
p.start()
p.join()
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
