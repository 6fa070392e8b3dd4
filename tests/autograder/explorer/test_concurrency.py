"""How many are at work at once: what must be over before another can begin counts."""

from __future__ import annotations

import pytest

from autograder.explorer.exploring import explore
from autograder.explorer.settings import Settings
from autograder.explorer.source import Program

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
