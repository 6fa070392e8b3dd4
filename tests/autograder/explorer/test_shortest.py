"""The shortest story is as short as any that is found by force; the same past, the same state."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from autograder.explorer.operations import Actor
from autograder.explorer.past import Past
from autograder.explorer.shortest import shortest
from tests.autograder.explorer.programs import generated, primitives
from tests.autograder.explorer.scripted import Scripted

MOST = 3_000
"""Programs with more interleavings are left out."""
Schedule = tuple[Actor, ...]


def starting(seed: int) -> Callable[[], Scripted]:
    """A generated program, to be started again and again."""
    scripts = generated(seed)
    return lambda: Scripted(lambda: primitives(scripts), scripts)


def every_schedule(start: Callable[[], Scripted]) -> list[tuple[Schedule, int, Any]]:
    """All interleavings, each with its interruptions and its outcome; nothing if they are too many."""
    found: list[tuple[Schedule, int, Any]] = []
    waiting: list[Schedule] = [()]
    while waiting:
        prefix = waiting.pop()
        execution = start()
        interruptions, last = 0, None
        for actor in prefix:
            interruptions += last != actor and last in execution.enabled()
            execution.step(actor)
            last = actor
        able = execution.enabled()
        waiting += [(*prefix, actor) for actor in able]
        if not able:
            found.append((prefix, interruptions, execution.outcome()))
        if len(found) + len(waiting) > MOST:
            return []
    return found


def switches(schedule: Schedule) -> int:
    """How often another one moves than before."""
    return sum(one != other for one, other in pairwise(schedule))


def past_of(start: Callable[[], Scripted], schedule: Schedule) -> int:
    """The number of the past of an execution."""
    execution = start()
    past = Past(execution)
    for actor in schedule:
        op = execution.pending[actor]
        accesses = execution.world.accesses(actor, op)
        expected = past.with_step(actor, accesses)
        past.take(actor, accesses)
        assert past.number == expected
        execution.step(actor)
    return past.number


@pytest.mark.parametrize("block", range(4))
def test_executions_with_the_same_past_come_to_the_same(block: int) -> None:
    """On generated programs: one number, one outcome."""
    for seed in range(block * 10, block * 10 + 10):
        start = starting(seed)
        outcomes: dict[int, Any] = {}
        for schedule, _, outcome in every_schedule(start):
            assert outcomes.setdefault(past_of(start, schedule), outcome) == outcome, seed


def test_hardly_any_way_to_an_outcome_has_fewer_interruptions_or_of_these_fewer_switches() -> None:
    """On generated programs, for each outcome, from the longest way that leads there.

    One in a hundred may: who uses what is learned on the way, and nobody is interrupted before using
    what nobody else was seen to use.
    """
    missed = total = 0
    for seed in range(40):
        start = starting(seed)
        ways: dict[Any, dict[Schedule, tuple[int, int]]] = {}
        for schedule, interruptions, outcome in every_schedule(start):
            ways.setdefault(outcome, {})[schedule] = (interruptions, switches(schedule))
        for wanted, costs in ways.items():
            known = max(costs, key=lambda way: (costs[way], way))

            def shows(execution: Scripted, at_end: bool, wanted: Any = wanted) -> bool:
                return at_end and execution.outcome() == wanted

            found = shortest(start, shows, known, all_end=not wanted[-1])
            missed += costs[found] != min(costs.values())
            total += 1
    assert missed <= total // 100
    assert total > 400
