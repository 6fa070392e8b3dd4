"""A manager's things do what the real ones do: each call is one step, in another process."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

FACTS = [
    fact(
        "one call of a proxy is one step",
        "[1, 1]",
        """
def task(numbers):
    numbers.append(1)
---
with Manager() as manager:
    numbers = manager.list()
    children = [Process(target=task, args=(numbers,)) for _ in range(2)]
    for p in children:
        p.start()
    for p in children:
        p.join()
    print(numbers)
""",
    ),
    fact(
        "to count down in a managed dictionary are two steps: a look and a change",
        {"0", "1"},
        """
def task(stock):
    stock["tickets"] -= 1
---
with Manager() as manager:
    stock = manager.dict(tickets=2)
    children = [Process(target=task, args=(stock,)) for _ in range(2)]
    for p in children:
        p.start()
    for p in children:
        p.join()
    print(stock["tickets"])
""",
    ),
    fact(
        "to count down in a managed dictionary while holding a lock loses nothing",
        "0",
        """
def task(stock, lock):
    with lock:
        stock["tickets"] -= 1
---
with Manager() as manager:
    stock, lock = manager.dict(tickets=2), manager.Lock()
    children = [Process(target=task, args=(stock, lock)) for _ in range(2)]
    for p in children:
        p.start()
    for p in children:
        p.join()
    print(stock["tickets"])
""",
    ),
    fact(
        "what is changed inside of a managed thing is lost, unless it is put back",
        "[1] [1, 3]",
        """
---
with Manager() as manager:
    names = manager.dict(all=[1])
    names["all"].append(2)
    before = names["all"]
    names["all"] += [3]
    print(before, names["all"])
""",
    ),
    fact(
        "a managed thing inside of a managed thing keeps its changes",
        "[1, 2]",
        """
---
with Manager() as manager:
    names = manager.dict(all=manager.list([1]))
    names["all"].append(2)
    print(list(names["all"]))
""",
    ),
    fact(
        "what a managed thing raises is raised where it was called",
        "'nobody'",
        """
---
with Manager() as manager:
    try:
        manager.dict()["nobody"]
    except KeyError as error:
        print(error)
""",
    ),
    fact(
        "a namespace shares its attributes, and a managed value has no lock",
        "2 False",
        """
def task(space):
    space.n = 2
---
with Manager() as manager:
    space = manager.Namespace(n=1)
    p = Process(target=task, args=(space,))
    p.start()
    p.join()
    print(space.n, hasattr(manager.Value("i", 0), "get_lock"))
""",
    ),
    fact(
        "a managed queue has no feeder: what was put is there",
        "False [1]",
        """
---
with Manager() as manager:
    queue, thing = manager.Queue(), [1]
    queue.put(thing)
    thing.append(2)
    print(queue.empty(), queue.get())
""",
    ),
    fact(
        "a managed event wakes other processes",
        "True",
        """
def task(event):
    print(event.wait())
---
with Manager() as manager:
    event = manager.Event()
    p = Process(target=task, args=(event,))
    p.start()
    event.set()
    p.join()
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
