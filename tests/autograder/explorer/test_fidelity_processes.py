"""Processes begin, end and are waited for as the real ones are."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

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
def task(go):
    go.wait()
    print("child")
---
go = Event()
Process(target=task, args=(go,)).start()
print("parent ends")
go.set()
""",
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
    fact(
        "a child of a daemonic process's sibling may: only daemons may not",
        "grandchild",
        """
def grandchild():
    print("grandchild")
def task():
    Process(target=grandchild).start()
---
p = Process(target=task)
p.start()
p.join()
""",
    ),
    fact(
        "a process starts once",
        "cannot start a process twice",
        """
def task():
    pass
---
p = Process(target=task)
p.start()
p.join()
try:
    p.start()
except AssertionError as error:
    print(error)
""",
    ),
    fact(
        "before its start a process cannot be joined or terminated, and has neither pid nor code",
        "AttributeError / False None None / can only join a started process",
        """
---
p = Process()
print(p.is_alive(), p.pid, p.exitcode)
try:
    p.join()
except AssertionError as error:
    print(error)
try:
    p.terminate()
except AttributeError as error:
    print(type(error).__name__)
""",
    ),
    fact(
        "after its start a process cannot become a daemon",
        "process has already started",
        """
def task():
    pass
---
p = Process(target=task)
p.start()
try:
    p.daemon = True
except AssertionError as error:
    print(error)
""",
    ),
    fact(
        "only its parent may join a process or ask whether it lives",
        "can only join a child process / can only test a child process",
        """
def task(other):
    for use in (other.join, other.is_alive):
        try:
            use()
        except AssertionError as error:
            print(error)
---
other = Process()
p = Process(target=task, args=(other,))
p.start()
p.join()
""",
    ),
    fact(
        "a running process cannot be closed, a closed one not be used",
        "process object is closed / running",
        """
def task(go):
    go.wait()
---
go = Event()
p = Process(target=task, args=(go,))
p.start()
try:
    p.close()
except ValueError:
    print("running")
go.set()
p.join()
p.close()
try:
    p.is_alive()
except ValueError as error:
    print(error)
""",
    ),
    fact(
        "processes are numbered below their parents",
        "Process-1 / Process-1:1 / Process-1:2 / Process-2",
        """
def leaf():
    print(current_process().name)
def task():
    leaf()
    for _ in range(2):
        p = Process(target=leaf)
        p.start()
        p.join()
---
for each in (task, leaf):
    p = Process(target=each)
    p.start()
    p.join()
""",
    ),
    fact(
        "a process without anything to do does it",
        "0",
        """
---
p = Process()
p.start()
p.join()
print(p.exitcode)
""",
    ),
    fact(
        "a process that nobody joins is seen to have ended by active_children",
        "1 0",
        """
def task(go):
    go.wait()
---
go = Event()
p = Process(target=task, args=(go,))
p.start()
before = len(active_children())
go.set()
p.join()
print(before, len(active_children()))
""",
    ),
    fact(
        "arguments are those of the start, not of later",
        "[1, 2]",
        """
def task(thing):
    print(thing)
---
thing = [1]
p = Process(target=task, args=(thing,))
thing.append(2)
p.start()
thing.append(3)
p.join()
""",
    ),
    fact(
        "what a spawned child is to do must be found by name",
        "refused",
        """
---
try:
    Process(target=lambda: None).start()
except (pickle.PicklingError, AttributeError):
    print("refused")
""",
        methods=("spawn",),
    ),
    fact(
        "what a forked child is to do may be anything",
        "child",
        """
---
p = Process(target=lambda: print("child"))
p.start()
p.join()
""",
        methods=("fork",),
    ),
    fact(
        "without the guard a spawned child would start a child while it begins: a RuntimeError",
        "1",
        """
def task():
    print("child")
p = Process(target=task)
p.start()
p.join()
print(p.exitcode)
""",
        methods=("spawn",),
    ),
    fact(
        "without the guard a forked child does just its own work",
        "0 / child",
        """
def task():
    print("child")
p = Process(target=task)
p.start()
p.join()
print(p.exitcode)
""",
        methods=("fork",),
    ),
    fact(
        "a spawned child runs the module again, under another name",
        "__main__ / __mp_main__ / task",
        """
print(__name__)
def task():
    print("task")
---
p = Process(target=task)
p.start()
p.join()
""",
        methods=("spawn",),
    ),
    fact(
        "a spawned child has its start method before its module is run",
        "1 context has already been set",
        """
try:
    set_start_method("spawn")
except RuntimeError as error:
    print(1, error)
def task():
    pass
---
p = Process(target=task)
p.start()
p.join()
""",
        methods=("spawn",),
    ),
    fact(
        "sleeping orders nothing",
        {"0", "1"},
        """
def task(cell):
    cell.value = 1
---
cell = Value("i", 0)
p = Process(target=task, args=(cell,))
p.start()
time.sleep(0.3)
print(cell.value)
""",
    ),
    fact(
        "a join whose time is up says nothing; the process may live or not",
        {"None True", "None False"},
        """
def task():
    time.sleep(0.01)
---
p = Process(target=task)
p.start()
print(p.join(0.01), p.is_alive())
""",
    ),
    fact(
        "a long timeout runs out only when nothing else can go on",
        "came",
        """
def task(queue):
    time.sleep(0.01)
    queue.put("came")
---
queue = Queue()
p = Process(target=task, args=(queue,))
p.start()
try:
    print(queue.get(timeout=30))
except Empty:
    print("Empty")
""",
    ),
    fact(
        "a long timeout does run out",
        "Empty False None",
        """
---
try:
    Queue().get(timeout=30)
except Empty:
    print("Empty", Lock().acquire(timeout=30) and Event().wait(30), Process().exitcode)
""",
        real=False,
        why="it would take a minute",
    ),
]

test_virtual, test_real = both_tests(FACTS)
