"""Lesson 14: how a choice of a pool's size is judged, and the times it is given."""

from __future__ import annotations

from typing import Any

import pytest

from course.exercises.pool_probes import FOR_REAL, TASK_SECONDS, TASKS, size_probe
from course.exercises.pool_size import judge_size

PLAN = {1: [6.0, 6.0, 6.0], 2: [3.0, 9.0, 3.1], 3: [2.9, 2.9, 2.9]}
THREE_EACH = [(size, each) for size, times in PLAN.items() for each in times]


def found(answer: Any, asked: Any = THREE_EACH) -> str | None:
    finding = judge_size((PLAN,), {"answer": answer, "asked": asked})
    return finding and finding.diagnosis


def test_the_smallest_size_near_the_fastest_is_right() -> None:
    """A tenth more time is worth a worker less; what was disturbed once does not count."""
    assert found(2) is None


@pytest.mark.parametrize(
    ("answer", "asked", "diagnosis"),
    [
        (3, THREE_EACH, "fastest"),
        (1, THREE_EACH, "slowest"),
        (2.0, THREE_EACH, "no-size"),
        (None, THREE_EACH, "no-size"),
        (2, THREE_EACH[1:], "once"),
        (2, THREE_EACH[3:], "not-measured"),
        (2, [*THREE_EACH, (8, 1.0)], "other-size"),
        (2, [*THREE_EACH, ("two", 1.0)], "other-size"),
    ],
)
def test_a_wrong_choice_is_named(answer: Any, asked: Any, diagnosis: str) -> None:
    """By the times that were handed out, and by nothing else."""
    assert found(answer, asked) == diagnosis


def test_recorded_times_come_one_after_the_other_then_the_last_again() -> None:
    """However often a size is measured, there is a time; sizes that nobody offered start nothing."""

    def choose_size(measure: Any, sizes: list[int]) -> list[float]:
        return [measure(sizes[0]) for _ in range(4)] + [measure(10**6)]

    seen = size_probe({"choose_size": choose_size}, {2: [3.0, 1.0, 2.0]})
    assert seen["answer"] == [3.0, 1.0, 2.0, 2.0, 1.0]
    assert seen["asked"] == [(2, 3.0), (2, 1.0), (2, 2.0), (2, 2.0), (10**6, 1.0)]


def test_a_size_is_measured_for_real() -> None:
    """All naps by one worker take at least as long as all naps."""
    naps = TASKS * TASK_SECONDS
    seen = size_probe({"choose_size": lambda measure, _: measure(1) >= naps}, {1: FOR_REAL})
    assert seen["answer"] is True
