"""Whole programs, run by brute force in every order: the search finds the same outcomes."""

from __future__ import annotations

import random
from typing import Any

import pytest

from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.machine import Machine
from autograder.explorer.search import Search
from autograder.explorer.settings import Registry
from autograder.explorer.source import Program
from tests.autograder.explorer.scripted import TooManyError, by_force

MOST = 1_500

MENU = {
    "value": (
        "Value('i', 0)",
        ("value.value += 1", "seen.append(value.value)", "value.value = 7",
         "with value.get_lock(): value.value += 2"),
    ),
    "lock": (
        "Lock()",
        ("lock.acquire()", "lock.release()", "seen.append(lock.acquire(False))",
         "seen.append(lock.acquire(timeout=1))"),
    ),
    "rlock": ("RLock()", ("rlock.acquire()", "rlock.release()", "seen.append(rlock.acquire(False))")),
    "semaphore": (
        "Semaphore(1)",
        ("semaphore.acquire()", "semaphore.release()", "seen.append(semaphore.acquire(False))"),
    ),
    "bounded": (
        "BoundedSemaphore(1)",
        ("bounded.acquire()", "bounded.release()", "seen.append(bounded.get_value())"),
    ),
    "event": (
        "Event()",
        ("event.set()", "event.clear()", "seen.append(event.wait())", "seen.append(event.is_set())",
         "seen.append(event.wait(1))"),
    ),
    "queue": (
        "Queue()",
        ("queue.put(me)", "seen.append(queue.get())", "seen.append(queue.empty())",
         "seen.append(queue.qsize())", "seen.append(queue.get(timeout=1))"),
    ),
    "small": ("Queue(1)", ("small.put(me)", "seen.append(small.get())", "seen.append(small.full())")),
    "joinable": (
        "JoinableQueue()", ("joinable.put(me)", "joinable.get()", "joinable.task_done()", "joinable.join()"),
    ),
    "simple": ("SimpleQueue()", ("simple.put(me)", "seen.append(simple.get())", "seen.append(simple.empty())")),
    "condition": (
        "Condition()",
        ("with condition: seen.append(condition.wait(1))", "with condition: condition.notify()",
         "with condition: condition.wait()"),
    ),
    "barrier": ("Barrier(2)", ("seen.append(barrier.wait())", "barrier.abort()", "seen.append(barrier.n_waiting)")),
    "array": ("Array('i', 2)", ("array[0] += 1", "array[1] = array[0]", "seen.append(array[:])")),
    "pipe": (
        "Pipe()",
        ("pipe[0].send(me)", "seen.append(pipe[1].recv())", "pipe[0].close()", "seen.append(pipe[1].poll(1))"),
    ),
}  # fmt: skip
"""What two processes may share, and what they may do to it."""

ENDS = (
    "pass",
    "pass",
    "p.terminate()",
    "seen.append(q.is_alive())",
    "p.join(1); seen.append(p.exitcode)",
)


TWO = """
    p = Process(target=ann, args=({shared},))
    q = Process(target=bob, args=({shared},))
    p.start(); q.start()
    {end}
    print(*seen)
"""
DAEMON = """
    p = Process(target=ann, args=({shared},), daemon=True)
    p.start()
    bob({shared})
"""
"""Main is the other one; then it ends the child, wherever that is."""


def generated(seed: int, main: str = TWO) -> str:
    """A program of two processes that do one or two things each to what they share."""
    rng = random.Random(seed)
    names = rng.sample(sorted(MENU), rng.choice((1, 1, 2)))
    steps = [step for name in names for step in MENU[name][1]]

    def work() -> str:
        return "".join(f"        {rng.choice(steps)}\n" for _ in range(rng.randint(1, 2)))

    parameters = ", ".join(names)
    functions = "".join(
        f"def {name}({parameters}):\n    me, seen = '{name}', []\n    try:\n{work()}"
        "    except Exception as error:\n        seen.append(type(error).__name__)\n"
        "    if seen:\n        print(me, *seen)\n\n"
        for name in ("ann", "bob")
    )
    return (
        "from multiprocessing import *\n\n" + functions + "if __name__ == '__main__':\n"
        "    seen = []\n"
        + "".join(f"    {name} = {MENU[name][0]}\n" for name in names)
        + main.format(shared=parameters, end=rng.choice(ENDS)).lstrip("\n")
    )


class Judged(Machine):
    """A machine whose outcome says who waits for ever, too."""

    def outcome(self) -> Any:
        return (super().outcome(), frozenset(self.registry.paths[a] for a in self.pending))


def compare(source: str) -> bool | None:
    """Whether search and brute force agree; None if force would take too long."""
    program, registry = Program(source), Registry()

    def start() -> Judged:
        return Judged(program, registry=registry)

    while True:
        try:
            forced = by_force(start, MOST)
            return {result.execution.outcome() for result in Search(start).results()} == forced
        except TooManyError:
            return None
        except Halt as halt:
            if halt.reason != AGAIN:
                raise
            # Something was learned; from now on it is known.


@pytest.mark.parametrize("block", range(4))
def test_search_and_brute_force_agree_on_whole_programs(block: int) -> None:
    """Feeders, signals, timeouts and all: the same ends, the same output, the same deadlocks."""
    agreed = [compare(generated(seed)) for seed in range(block * 40, (block + 1) * 40)]
    assert agreed.count(False) == 0, [n for n, each in enumerate(agreed) if each is False]
    assert agreed.count(True) > 8


@pytest.mark.parametrize("block", range(2))
def test_search_and_brute_force_agree_on_programs_that_end_their_children(block: int) -> None:
    """A daemon may be ended before, between and after any of its steps, and while it waits."""
    programs = [generated(seed, DAEMON) for seed in range(block * 40, (block + 1) * 40)]
    agreed = [compare(each) for each in programs]
    assert agreed.count(False) == 0, [n for n, each in enumerate(agreed) if each is False]
    assert agreed.count(True) > 8
