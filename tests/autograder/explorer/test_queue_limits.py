"""A queue's limit is left out of account until more is put in than fits; nobody can tell."""

from __future__ import annotations

import random

import pytest

from autograder.explorer.exploring import explore
from autograder.explorer.replaying import replay
from autograder.explorer.reports import Verdict
from autograder.explorer.source import Program
from autograder.explorer.virtual.queues import FILLS
from tests.autograder.explorer.running import outcomes

ACTS = (
    "box.put({thing})",
    "box.put({thing})",
    "box.get()",
    "print(nothing(Empty, box.get_nowait))",
    "print(nothing(Full, box.put_nowait, {thing}))",
    "print(nothing(Full, box.put, {thing}, True, 0.1))",
    "print(box.full())",
    "print(box.qsize())",
)
MAIN = """
from multiprocessing import {kind}, Process
from queue import Empty, Full

def nothing(error, act, *arguments):
    try:
        return act(*arguments)
    except error:
        return error.__name__

def first(box):
    {first}

def second(box):
    {second}

if __name__ == "__main__":
    box = {kind}({size})
    people = [Process(target=each, args=(box,)) for each in (first, second)]
    for each in people:
        each.start()
    {main}
    for each in people:
        each.join()
"""
KITCHEN = """
from multiprocessing import Process, Queue

def cook(box, bun):
    box.put(bun)

if __name__ == "__main__":
    box = Queue({size})
    cooks = [Process(target=cook, args=(box, bun)) for bun in {buns!r}]
    for each in cooks:
        each.start()
    print(box.get())
    for each in cooks:
        each.join()
"""


def made(seed: int) -> str:
    """Some program of three processes with one queue."""
    rng = random.Random(seed)

    def some(most: int) -> str:
        acts = rng.choices(ACTS, k=rng.randint(1, most))
        return "\n    ".join(act.format(thing=number) for number, act in enumerate(acts))

    return MAIN.format(
        kind=rng.choice(["Queue", "JoinableQueue"]),
        size=rng.randint(1, 4),
        first=some(2),
        second=some(2),
        main=some(2),
    )


@pytest.mark.parametrize("seed", range(24))
def test_what_can_happen_is_the_same_as_if_places_counted_from_the_start(seed: int) -> None:
    assert outcomes(made(seed)) == outcomes(made(seed), learned=frozenset({FILLS}))


def test_a_limit_that_is_not_reached_costs_nothing() -> None:
    endless, limited = (explore(Program(KITCHEN.format(size=size, buns="ab"))) for size in ("", 2))
    assert endless.verdict is limited.verdict is Verdict.HOLDS
    assert endless.executions == limited.executions


def test_a_limit_that_is_reached_counts() -> None:
    program = Program(KITCHEN.format(size=1, buns="abc"))
    found = explore(program)
    assert found.kind == "deadlock"
    again = replay(program, found.schedule)
    assert again.kind == "deadlock"
    assert found.story is not None
    assert again.story is not None
    assert [each.op for each in again.story.steps] == [each.op for each in found.story.steps]
