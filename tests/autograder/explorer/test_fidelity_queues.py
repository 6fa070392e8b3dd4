"""Queues do what the real ones do: putting is one thing, sending another."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

FACTS = [
    fact(
        "what is changed after put may arrive changed",
        {"[1]", "[1, 2]"},
        """
---
queue, thing = Queue(), [1]
queue.put(thing)
thing.append(2)
print(queue.get())
""",
    ),
    fact(
        "every step may come before what was put is pickled",
        {"[1]", "[1, 2]", "[1, 2, 3]", "[1, 2, 3, 4]"},
        """
---
queue, thing, lock = Queue(), [1], Lock()
queue.put(thing)
thing.append(2)
lock.acquire()
thing.append(3)
lock.release()
thing.append(4)
print(queue.get())
""",
    ),
    fact(
        "what is put twice is pickled twice",
        {
            "[1] [1, 2]",
            "[1] [1, 2, 3]",
            "[1, 2] [1, 2]",
            "[1, 2] [1, 2, 3]",
            "[1, 2, 3] [1, 2, 3]",
        },
        """
---
queue, thing = Queue(), [1]
queue.put(thing)
thing.append(2)
queue.put(thing)
thing.append(3)
print(queue.get(), queue.get())
""",
    ),
    fact(
        "a queue may be empty right after put",
        {"True 1", "False 1"},
        """
---
queue = Queue()
queue.put(1)
print(queue.empty(), queue.get())
""",
    ),
    fact(
        "a queue's size counts what was put, sent or not",
        "2",
        """
---
queue = Queue()
queue.put(1)
queue.put(2)
print(queue.qsize())
""",
    ),
    fact(
        "what cannot be pickled is counted until its feeder has found out",
        {"0", "1"},
        """
---
queue = Queue()
queue.put(lambda: 1)
print(queue.qsize())
""",
    ),
    fact(
        "what cannot be pickled takes a place until its feeder has found out",
        {"Full", "room"},
        """
---
queue = Queue(1)
queue.put(lambda: 1)
try:
    queue.put_nowait(2)
    print("room")
except Full:
    print("Full")
""",
    ),
    fact(
        "what cannot be pickled is lost although put succeeded",
        "put / 2",
        """
---
queue = Queue()
queue.put(lambda: 1)
print("put")
queue.put(2)
print(queue.get())
""",
    ),
    fact(
        "a lock put into a queue is lost",
        "2",
        """
---
queue = Queue()
queue.put(Lock())
queue.put(2)
print(queue.get())
""",
    ),
    fact(
        "who joins before it drains waits for ever once the data exceed the pipe",
        "joins; hangs",
        """
def task(queue):
    queue.put(b"x" * 1_000_000)
---
queue = Queue()
p = Process(target=task, args=(queue,))
p.start()
print("joins")
p.join()
print(len(queue.get()))
""",
    ),
    fact(
        "who drains before it joins gets all of it",
        "1000000 0",
        """
def task(queue):
    queue.put(b"x" * 1_000_000)
---
queue = Queue()
p = Process(target=task, args=(queue,))
p.start()
size = len(queue.get())
p.join()
print(size, p.exitcode)
""",
    ),
    fact(
        "a process that ends has sent what it put",
        "[0, 1, 2]",
        """
def task(queue):
    for n in range(3):
        queue.put(n)
---
queue = Queue()
p = Process(target=task, args=(queue,))
p.start()
p.join()
print([queue.get() for _ in range(3)])
""",
    ),
    fact(
        "a process that does not wait for its feeder may lose what it put",
        {"ended", "ended / arrived"},
        """
def task(queue):
    queue.put(1)
    queue.cancel_join_thread()
---
queue = Queue()
p = Process(target=task, args=(queue,))
p.start()
p.join()
print("ended")
if not queue.empty():
    print("arrived")
""",
    ),
    fact(
        "get without waiting raises Empty where nothing has come",
        "Empty Empty Empty",
        """
def name(get):
    try:
        get()
    except Empty as error:
        return type(error).__name__
---
queue = Queue()
print(name(queue.get_nowait), name(lambda: queue.get(False)), name(lambda: queue.get(timeout=0.01)))
""",
    ),
    fact(
        "get without waiting may raise Empty although something was put",
        {"Empty", "1"},
        """
---
queue = Queue()
queue.put(1)
try:
    print(queue.get_nowait())
except Empty:
    print("Empty")
""",
    ),
    fact(
        "put raises Full where there is no room",
        "Full Full True",
        """
def name(put):
    try:
        put()
    except Full as error:
        return type(error).__name__
---
queue = Queue(1)
queue.put(1)
print(name(lambda: queue.put_nowait(2)), name(lambda: queue.put(2, timeout=0.01)), queue.full())
""",
    ),
    fact(
        "put waits for room",
        "puts; hangs",
        """
---
queue = Queue(1)
queue.put(1)
print("puts")
queue.put(2)
""",
    ),
    fact(
        "get waits for ever when nobody puts",
        "gets; hangs",
        """
---
print("gets")
Queue().get()
""",
    ),
    fact(
        "what one process puts arrives in its order",
        "[0, 1, 2]",
        """
def task(queue):
    print([queue.get() for _ in range(3)])
---
queue = Queue()
p = Process(target=task, args=(queue,))
p.start()
for n in range(3):
    queue.put(n)
p.join()
""",
    ),
    fact(
        "what two processes put arrives in any order",
        {"[1, 2]", "[2, 1]"},
        """
def task(queue, n):
    queue.put(n)
---
queue = Queue()
for n in (1, 2):
    Process(target=task, args=(queue, n)).start()
print([queue.get(), queue.get()])
""",
    ),
    fact(
        "a closed queue takes nothing more",
        "ValueError",
        """
---
queue = Queue()
queue.close()
try:
    queue.put(1)
except ValueError as error:
    print(type(error).__name__)
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
