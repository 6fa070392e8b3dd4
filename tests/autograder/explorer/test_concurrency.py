"""How many are at work at once: what must be over before another can begin counts."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, strategies

from autograder.explorer.concurrency import _largest_antichain
from autograder.explorer.conditions import AtOnce
from autograder.explorer.exploring import explore
from autograder.explorer.folding import Row, folded
from autograder.explorer.settings import Settings
from autograder.explorer.source import Program

places = strategies.integers(0, 5)

TWO = """
import time
from multiprocessing import Barrier, Lock, Pool, Process, RLock, Value

def work(thing):
{body}

if __name__ == "__main__":
    thing = {thing}
    workers = [Process(target=work, args=(thing,)) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
"""


def at_once(text: str) -> int:
    """The most sleeps that the explorer sees going on at once."""
    return explore(Program(text), Settings(measure=True)).at_once


@pytest.mark.parametrize(
    ("thing", "lines", "most"),
    [
        ("None", "time.sleep(1)", 2),
        ("Lock()", "with thing:\n    time.sleep(1)", 1),
        ("RLock()", "with thing:\n    time.sleep(1)", 1),
        ("RLock()", "with thing:\n    with thing:\n        time.sleep(1)", 1),
        ('Value("i", 0)', "with thing.get_lock():\n    time.sleep(1)", 1),
        ('Value("i", 0)', "time.sleep(1)\nthing.value += 1", 2),
        ("Lock()", "time.sleep(1)\nwith thing:\n    pass", 2),
        ("Barrier(2)", "time.sleep(1)\nthing.wait()\ntime.sleep(1)", 2),
    ],
)
def test_who_waits_is_not_at_work(thing: str, lines: str, most: int) -> None:
    """A section under one lock is one after the other, whatever kind of lock it is."""
    body = "\n".join(f"    {line}" for line in lines.split("\n"))
    assert at_once(TWO.format(thing=thing, body=body)) == most


def test_what_waits_for_a_job_comes_after_it() -> None:
    """The worker has slept when the one who asked goes on."""
    main = """
import time
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply(time.sleep, (1,))
        time.sleep(1)
"""
    assert at_once(main) == 1


CROWD = """
import time
from multiprocessing import Process, Semaphore

def sing(rooms):
    with rooms:
        time.sleep(1)

if __name__ == "__main__":
    rooms = Semaphore(2)
    guests = [Process(target=sing, args=(rooms,)) for _ in range(3)]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
"""


def test_too_many_are_seen_side_by_side() -> None:
    """The story shows as many sleeps in a row as there are too many, and none is folded away."""
    report = explore(Program(CROWD), conditions=[AtOnce(most=1)])
    assert report.story is not None
    sleeps = [n for n, step in enumerate(report.story.steps) if step.op.kind == "local.sleep"]
    assert any(two == one + 1 for one, two in pairwise(sleeps))
    shown = [row.step.op.kind for row in folded(report.story) if isinstance(row, Row)]
    assert shown.count("local.sleep") == len(sleeps)


def test_too_few_are_seen_one_after_the_other() -> None:
    """Where one waits for the other, every sleep is a row of the story."""
    source = CROWD.replace("Semaphore(2)", "Semaphore(1)")
    report = explore(Program(source), conditions=[AtOnce(least=2)])
    assert report.story is not None
    shown = [row.step.op.kind for row in folded(report.story) if isinstance(row, Row)]
    assert shown.count("local.sleep") == 3


@given(strategies.lists(strategies.tuples(places, places), max_size=12))
def test_a_largest_set_has_nobody_later_than_another(pairs: list[tuple[int, int]]) -> None:
    """As brute force finds it, in any order."""
    order = [[later for later in range(6) if _comes_before(pairs, one, later)] for one in range(6)]
    found = _largest_antichain(order)
    assert not any(two in order[one] for one in found for two in found)
    sizes = [
        len(some)
        for size in range(7)
        for some in combinations(range(6), size)
        if not any(two in order[one] for one in some for two in some)
    ]
    assert len(found) == max(sizes)


def _comes_before(pairs: list[tuple[int, int]], one: int, other: int) -> bool:
    """Whether `pairs`, read from small to large, lead from `one` to `other`."""
    steps = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
    return any(
        start == one and (end == other or _comes_before(pairs, end, other)) for start, end in steps
    )


@pytest.mark.parametrize(("size", "most"), [(1, 1), (2, 2)])
def test_tasks_that_only_sleep(size: int, most: int) -> None:
    """A pool's tasks are at work when they sleep, whatever else they do not do."""
    main = f"""
import time
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool({size}) as pool:
        pool.map(time.sleep, [1, 1])
"""
    assert at_once(main) == most
