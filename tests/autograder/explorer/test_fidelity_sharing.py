"""What processes share is read and written as the real things are."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

FACTS = [
    fact(
        "adding to a value reads it under its lock, and writes it under its lock: two steps",
        {"1", "2"},
        """
def task(n):
    n.value += 1
---
n = Value("i", 0)
children = [Process(target=task, args=(n,)) for _ in range(2)]
for p in children:
    p.start()
for p in children:
    p.join()
print(n.value)
""",
    ),
    fact(
        "adding to a value while holding its lock loses nothing",
        "2",
        """
def task(n):
    with n.get_lock():
        n.value += 1
---
n = Value("i", 0)
children = [Process(target=task, args=(n,)) for _ in range(2)]
for p in children:
    p.start()
for p in children:
    p.join()
print(n.value)
""",
    ),
    fact(
        "a value whose lock another holds can be neither read nor written",
        "False / held; hangs",
        """
def task(n, held):
    n.get_lock().acquire()
    print("held")
    held.set()
---
n, held = Value("i", 0), Event()
p = Process(target=task, args=(n, held))
p.start()
held.wait()
p.join()
print(n.get_lock().acquire(False))
n.value = 1
print("written")
""",
    ),
    fact(
        "a value without a lock asks nobody",
        "1 False",
        """
---
n = Value("i", 0, lock=False)
n.value = 1
print(n.value, hasattr(n, "get_lock"))
""",
    ),
    fact(
        "a value has the width of its C type",
        "-2147483648 255 TypeError",
        """
---
n, small = Value("i", 0), Value("B", 0)
n.value = 2**31
small.value = -1
try:
    n.value = 1.5
except TypeError as error:
    print(n.value, small.value, type(error).__name__)
""",
    ),
    fact(
        "an array is shared, entry by entry",
        "[1, 5, 3]",
        """
def task(numbers):
    numbers[1] = 5
---
numbers = Array("i", [1, 2, 3])
p = Process(target=task, args=(numbers,))
p.start()
p.join()
print(numbers[:])
""",
    ),
    fact(
        "who reads an array entry by entry may see it half written",
        {"(0, 0)", "(0, 1)", "(1, 1)"},
        """
def task(numbers):
    numbers[0] = 1
    numbers[1] = 1
---
numbers = Array("i", 2)
p = Process(target=task, args=(numbers,))
p.start()
last = numbers[1]
first = numbers[0]
print((last, first))
""",
    ),
    fact(
        "what is not shared each process has for itself",
        "child [1] [1] / parent [] []",
        """
here = []
def task(there):
    here.append(1)
    there.append(1)
    print("child", here, there)
---
there = []
p = Process(target=task, args=(there,))
p.start()
p.join()
print("parent", here, there)
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
