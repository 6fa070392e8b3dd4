"""Time orders nothing: who sleeps may wake at any later step, and who gives up may do so early."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

FACTS = [
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
        unforced="it would take a minute",
    ),
]

test_virtual, test_real = both_tests(FACTS)
