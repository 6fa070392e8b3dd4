"""Processes begin and are handled as the real ones are."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact
from tests.autograder.explorer.running import outcomes

UNGUARDED = """
def task():
    print("child")
p = Process(target=task)
p.start()
p.join()
print(p.exitcode)
"""

FACTS = [
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
        UNGUARDED,
        methods=("spawn",),
    ),
    fact(
        "without the guard a forked child does just its own work",
        "0 / child",
        UNGUARDED,
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
]

test_virtual, test_real = both_tests(FACTS)


def test_a_missing_guard_is_named() -> None:
    """The error that ends the child says that it has not finished its bootstrapping phase."""
    unguarded = next(each for each in FACTS if each.name.startswith("without the guard a spawned"))
    (outcome,) = outcomes(unguarded.program, "spawn")
    (error,) = outcome.errors
    assert error[0] == "0.1"
    assert error[1].startswith("RuntimeError:")
    assert "bootstrapping phase" in error[1]
