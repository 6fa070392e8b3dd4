"""Joinable and simple queues do what the real ones do, and no queue goes where it must not."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

FACTS = [
    fact(
        "a joinable queue waits until all that was put is done",
        "1 / 2 / joined True",
        """
def task(queue, done):
    for _ in range(2):
        print(queue.get())
        done.value += 1
        queue.task_done()
---
queue, done = JoinableQueue(), Value("i", 0)
p = Process(target=task, args=(queue, done), daemon=True)
p.start()
queue.put(1)
queue.put(2)
queue.join()
print("joined", done.value == 2)
""",
    ),
    fact(
        "a joinable queue with a task_done missing is waited for without end",
        "got 1 / got 2; hangs",
        """
def task(queue):
    print("got", queue.get())
    queue.task_done()
    print("got", queue.get())
---
queue = JoinableQueue()
p = Process(target=task, args=(queue,))
p.start()
queue.put(1)
queue.put(2)
queue.join()
print("joined")
""",
    ),
    fact(
        "one task_done too many is a ValueError",
        "task_done() called too many times",
        """
---
queue = JoinableQueue()
queue.put(queue.qsize())
queue.get()
queue.task_done()
try:
    queue.task_done()
except ValueError as error:
    print(error)
""",
    ),
    fact(
        "a simple queue pickles and sends before put returns",
        "False [1]",
        """
---
queue, thing = SimpleQueue(), [1]
queue.put(thing)
thing.append(2)
print(queue.empty(), queue.get())
""",
    ),
    fact(
        "a simple queue refuses what cannot be pickled",
        "refused",
        """
---
queue = SimpleQueue()
try:
    queue.put(lambda: 1)
except (pickle.PicklingError, AttributeError):
    print("refused")
""",
    ),
    fact(
        "a queue cannot be pickled but on the way to a child",
        "Queue objects should only be shared between processes through inheritance",
        """
---
try:
    pickle.dumps(Queue())
except RuntimeError as error:
    print(error)
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
