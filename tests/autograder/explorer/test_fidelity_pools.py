"""Pools do what the real ones do, the surprises included."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

FACTS = [
    fact(
        "map answers in the order of what was asked",
        "[0, 1, 4]",
        """
def square(n):
    return n * n
---
with Pool(2) as pool:
    print(pool.map(square, range(3)))
""",
    ),
    fact(
        "imap_unordered answers in any order",
        {"[0, 1]", "[1, 0]"},
        """
def same(n):
    return n
---
with Pool(2) as pool:
    print(list(pool.imap_unordered(same, range(2))))
""",
    ),
    fact(
        "what a job raises is raised by get",
        "no",
        """
def task():
    raise ValueError("no")
---
with Pool(1) as pool:
    try:
        pool.apply_async(task).get()
    except ValueError as error:
        print(error)
""",
    ),
    fact(
        "what a job raises vanishes when nobody gets it",
        "joined",
        """
def task():
    raise ValueError("no")
---
pool = Pool(1)
pool.apply_async(task)
pool.close()
pool.join()
print("joined")
""",
    ),
    fact(
        "the job of a worker that dies is never done",
        "asks; hangs",
        """
import os
---
pool = Pool(1)
job = pool.apply_async(os._exit, (1,))
print("asks")
job.get()
print("told")
""",
    ),
    fact(
        "a queue as argument of a job is a RuntimeError",
        "Queue objects should only be shared between processes through inheritance",
        """
def task(queue):
    queue.put(1)
---
with Pool(1) as pool:
    try:
        pool.apply(task, (Queue(),))
    except RuntimeError as error:
        print(error)
""",
    ),
    fact(
        "a managed queue may be an argument of a job",
        "1",
        """
def task(queue):
    queue.put(1)
---
with Manager() as manager, Pool(1) as pool:
    queue = manager.Queue()
    pool.apply(task, (queue,))
    print(queue.get())
""",
    ),
    fact(
        "callbacks run in the parent",
        "MainProcess 4 [4]",
        """
def square(n):
    return n * n
def called(n):
    seen.append(n)
    print(current_process().name, n, seen)
seen = []
---
pool = Pool(1)
pool.apply_async(square, (2,), callback=called)
pool.close()
pool.join()
""",
    ),
    fact(
        "an error callback gets what a job raised, in the parent",
        "MainProcess no",
        """
def task():
    raise ValueError("no")
def called(error):
    print(current_process().name, error)
---
pool = Pool(1)
pool.apply_async(task, error_callback=called)
pool.close()
pool.join()
""",
    ),
    fact(
        "the end of a with terminates the pool, whatever it has to do yet",
        {"", "done"},
        """
def task():
    print("done")
---
with Pool(1) as pool:
    pool.apply_async(task)
""",
    ),
    fact(
        "a closed pool takes no more jobs, and only a closed one can be joined",
        "Pool is still running / Pool not running",
        """
---
pool = Pool(1)
try:
    pool.join()
except ValueError as error:
    print(error)
pool.close()
try:
    pool.apply(print)
except ValueError as error:
    print(error)
pool.join()
""",
    ),
    fact(
        "each worker is initialized before it works",
        "7",
        """
def begin(n):
    global number
    number = n
def task():
    return number
---
with Pool(1, begin, (7,)) as pool:
    print(pool.apply(task))
""",
    ),
    fact(
        "a job that cannot be pickled fails when its result is asked for",
        "refused",
        """
---
with Pool(1) as pool:
    try:
        pool.apply(lambda: 1)
    except (pickle.PicklingError, AttributeError):
        print("refused")
""",
    ),
    fact(
        "what get waits for too long is a TimeoutError",
        "late",
        """
def task(queue):
    queue.get()
---
with Manager() as manager, Pool(1) as pool:
    queue = manager.Queue()
    try:
        pool.apply_async(task, (queue,)).get(timeout=0.01)
    except TimeoutError:
        print("late")
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
