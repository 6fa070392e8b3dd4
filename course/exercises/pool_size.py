"""Lesson 14's last exercise: a pool's size that was measured.

It is judged by what it makes of times: some recorded, some really measured
(:mod:`course.exercises.pool_probes`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from statistics import mean, median
from typing import Any

from autograder.exercise import Arguments, Exercise, Finding
from course.exercises.pool_probes import FOR_REAL

TIMES = 3
TOLERANCE = 1.1
Measured = Mapping[int, Sequence[float]]


def choose(measured: Measured) -> int:
    """The smallest size that takes at most a tenth longer than the fastest; of each, its best time counts.

    What else runs on a computer can only make it slower: so the least of several times is the nearest to
    the truth (see the Python documentation of ``timeit.Timer.repeat``).

    >>> choose({1: [8.1, 8.0], 2: [9.9, 4.1], 4: [4.0, 4.2]})
    2
    """
    return _near(measured, min)


def _near(measured: Measured, of_each: Any) -> int:
    seconds = {size: of_each(times) for size, times in measured.items()}
    return min(size for size in seconds if seconds[size] <= TOLERANCE * min(seconds.values()))


def _first(times: Sequence[float]) -> float:
    return times[0]


def _last(times: Sequence[float]) -> float:
    return times[-1]


def _tenth_of_a_second(measured: Measured) -> int:
    seconds = {size: min(times) for size, times in measured.items()}
    return min(size for size in seconds if seconds[size] <= min(seconds.values()) + 0.1)


def _below(measured: Measured) -> int:
    """The smallest that is nearer than the limit, if there is one besides the fastest."""
    seconds = {size: min(times) for size, times in measured.items()}
    return min(size for size in seconds if seconds[size] < TOLERANCE * min(seconds.values()))


def _first_near(measured: Measured) -> int:
    """The one that is near enough of which the learner asked first."""
    seconds = {size: min(times) for size, times in measured.items()}
    return next(size for size in seconds if seconds[size] <= TOLERANCE * min(seconds.values()))


def _by_seconds(measured: Measured) -> int:
    """With seconds for keys, of sizes that take the same the last one stays."""
    sizes = {min(times): size for size, times in measured.items()}
    return min(size for seconds, size in sizes.items() if seconds <= TOLERANCE * min(sizes))


def _fastest(measured: Measured) -> int:
    return min(measured, key=lambda size: min(measured[size]))


MISTAKES: Sequence[tuple[str, Any]] = (
    ("fastest", _fastest),
    *(("disturbed", partial(_near, of_each=each)) for each in (mean, median, max, _first, _last)),
    ("unsorted", _first_near),
    ("tied", _by_seconds),
    ("largest", max),
    ("slowest", lambda measured: max(measured, key=lambda size: min(measured[size]))),
    ("tenth-second", _tenth_of_a_second),
    ("limit-itself", _below),
)
"""Wrong ways to choose, by the diagnosis of each; the first that comes to the same names the mistake."""


def judge_size(arguments: Arguments, seen: Any) -> Finding | None:
    """What is wrong with a choice, judged by the times that the learner was given."""
    (plan,) = arguments
    measured: dict[int, list[float]] = {}
    for size, seconds in seen["asked"]:
        measured.setdefault(size, []).append(seconds)
    if measured.keys() - plan.keys():
        return Finding("other-size", fields={"size": min(measured.keys() - plan.keys(), key=repr)})
    if plan.keys() - measured.keys():
        return Finding("not-measured", fields={"size": min(plan.keys() - measured.keys())})
    said = seen["answer"]
    if type(said) is not int or said not in plan:
        return Finding("no-size", fields={"said": said})
    fewest = min(measured, key=lambda size: len(measured[size]))
    if len(measured[fewest]) < TIMES:
        return Finding("once", fields={"size": fewest, "times": len(measured[fewest])})
    if FOR_REAL in plan.values() or said == choose(measured):
        return None  # what is measured for real varies, and so would a verdict on it
    near = min(measured[said]) <= TOLERANCE * min(map(min, measured.values()))
    otherwise = "another" if near else "too-slow"
    mistake = next((each for each, way in MISTAKES if way(measured) == said), otherwise)
    told = "; ".join(
        f"{size}: {', '.join(f'{each:.2f}' for each in times)}" for size, times in measured.items()
    )
    return Finding(mistake, fields={"said": said, "measured": told})


SIZE = Exercise(
    id="14-pool/size",
    name="choose_size",
    examples=(
        ({2: [5.0, 5.1, 5.2]},),
        ({1: [8.0, 8.2, 8.1], 2: [4.3, 4.2, 4.4]},),
        ({1: [1.0, 1.1, 1.0], 2: [1.3, 1.2, 1.4], 4: [1.9, 2.1, 2.0]},),
        ({1: [8.0, 8.1, 8.2], 2: [4.1, 4.3, 4.2], 4: [4.0, 4.1, 4.3]},),
        ({1: [6.0, 6.1, 6.2], 2: [7.7, 3.0, 6.9], 3: [3.6, 3.7, 3.6]},),
        ({1: [6.0, 6.1, 6.2], 2: [3.0, 3.1, 7.8], 3: [3.6, 3.7, 3.6]},),
        ({8: [2.1, 2.2, 2.2], 4: [2.0, 2.1, 2.2], 2: [2.1, 3.1, 3.0], 1: [6.0, 6.0, 6.0]},),
        ({1: [0.19, 0.21, 0.2], 2: [0.13, 0.14, 0.15], 3: [0.25, 0.26, 0.27]},),
        ({1: [5.5, 5.6, 5.7], 2: [5.25, 5.3, 5.4], 3: [5.0, 5.1, 5.2]},),
        ({1: [1.13, 1.14, 1.13], 2: [1.0, 1.01, 1.0], 3: [1.5, 1.6, 1.6]},),
        ({1: [1.18, 1.2, 1.3], 2: [1.09, 1.1, 1.2], 4: [1.0, 1.1, 1.1]},),
        ({1: [2.0, 2.1, 2.0], 2: [2.1, 2.0, 2.0], 4: [2.5, 2.6, 2.4]},),
        (dict.fromkeys((1, 2), FOR_REAL),),
    ),
    judge=judge_size,
    probe="course.exercises.pool_probes:size_probe",
    seconds=60.0,
)
