"""The exercises of lesson 01: two makespans, and a schedule of the learner's own."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

from autograder.exercise import Exercise, Finding
from course.multiprogramming import Job, makespan, named, plan_one_by_one, shortest

# Three chores and one pair of hands, in minutes: hands (cpu), then a machine (io), then hands.
CHORES: dict[str, Job] = {
    "A": [("cpu", 2), ("io", 5), ("cpu", 1)],  # laundry: load, wash, hang up
    "B": [("cpu", 5), ("io", 2), ("cpu", 1)],  # dinner: chop, simmer, serve
    "C": [("cpu", 1), ("io", 8), ("cpu", 1)],  # water: fill, heat, pour
}

ANSWERS = "course.exercises.answers.multiprogramming"
LATEST = 10**9

OFF_LIMITS = tuple(
    f"course.multiprogramming:{name}" for name in ("plan_one_by_one", "plan_together", "shortest")
)

# The first three are as small as can be; the others each tell two wrong ideas apart.
EXAMPLES: tuple[tuple[list[Job]], ...] = (
    ([[("cpu", 3)]],),
    ([[("cpu", 1), ("io", 3)]],),
    ([[("cpu", 2)], [("cpu", 3)]],),
    ([[("cpu", 1), ("io", 5)], [("cpu", 1), ("io", 5)]],),
    ([[("cpu", 1), ("io", 30)], [("cpu", 1), ("io", 50)], [("cpu", 1), ("io", 30)]],),
    ([[("io", 2), ("cpu", 3)], [("cpu", 4), ("io", 1)]],),
    ([[("cpu", 1), ("io", 2), ("cpu", 1), ("io", 5)], [("cpu", 4)], [("cpu", 4)]],),
    (
        [
            [("cpu", 1), ("io", 9), ("cpu", 1)],
            [("cpu", 1), ("io", 1), ("cpu", 1), ("io", 1), ("cpu", 1), ("io", 6)],
        ],
    ),
)


def some_jobs(rng: random.Random, size: int) -> tuple[list[Job]]:
    """Up to four jobs of up to five bursts, none longer than a few units more than `size`."""
    jobs: list[Job] = []
    for _ in range(rng.randint(1, min(4, size))):
        first = rng.randrange(2)
        count = rng.randint(1, min(5, size))
        kinds = [("cpu", "io")[(first + place) % 2] for place in range(count)]
        jobs.append([(kind, rng.randint(1, size + 2)) for kind in kinds])
    return (jobs,)


def are_jobs(jobs: object) -> bool:
    """Whether `jobs` is what the exercises promise: a job or more, bursts that take turns."""
    return isinstance(jobs, list) and bool(jobs) and all(map(_is_job, jobs))


def _is_job(job: object) -> bool:
    if not isinstance(job, list) or not job or not all(map(_is_burst, job)):
        return False
    return all(one[0] != next_one[0] for one, next_one in pairwise(job))


def _is_burst(burst: object) -> bool:
    match burst:
        case ["cpu" | "io", int() as length]:
            return length >= 1 and type(length) is int
        case _:
            return False


def judge_together(_: tuple[Any, ...], answer: Any, expected: float) -> Finding:
    """What is wrong with a makespan that is not the right one, as far as this one input tells.

    >>> judge_together(([[("io", 1)]],), "1", 1).diagnosis
    'not-a-number'
    """
    return Finding("differs" if isinstance(answer, int | float) else "not-a-number", expected)


def judge_schedule(_: tuple[Any, ...], answer: Any) -> Finding | None:
    """What is wrong with a schedule of :data:`CHORES`: first whether it is one, then how long.

    >>> judge_schedule((), [("A", 0, 2, "cpu")]).diagnosis
    'missing-burst'
    """
    if not isinstance(answer, list | tuple) or not answer or not all(map(_is_slice, answer)):
        return Finding("not-slices")
    slices = sorted(((who, start, end, kind) for who, start, end, kind in answer), key=_by_start)
    for who, start, end, _kind in slices:
        if who not in CHORES:
            return Finding("stranger", fields={"who": who})
        if not 0 <= start < end:
            return Finding("no-time", fields={"who": who, "start": start, "end": end})
    for who, bursts in CHORES.items():
        found = _judge_job(who, bursts, [each for each in slices if each[0] == who])
        if found is not None:
            return found
    on_cpu = [each for each in slices if each[3] == "cpu"]
    for (one, _, end, _k), (other, start, _e, _l) in pairwise(on_cpu):
        if start < end:
            return Finding("two-at-once", fields={"one": one, "other": other, "time": start})
    return _judge_length(max(end for _, _, end, _kind in slices))


def _judge_job(who: str, bursts: Job, own: list[tuple[str, float, float, str]]) -> Finding | None:
    """Whether one job's slices are its bursts, in order, none begun before the last one ended."""
    fields = {"who": who, "wanted": len(bursts), "got": len(own)}
    if len(own) < len(bursts):
        return Finding("missing-burst", fields=fields)
    if len(own) > len(bursts):
        return Finding("burst-in-pieces", fields=fields)
    if [kind for _, _, _, kind in own] != [kind for kind, _ in bursts]:
        return Finding("wrong-order", fields={"who": who})
    now: float = 0
    for (kind, length), (_, start, end, _kind) in zip(bursts, own, strict=True):
        if round(end - start - length, 9):
            fields = {"who": who, "kind": kind, "start": start, "end": end, "length": length}
            return Finding("wrong-length", fields=fields)
        if start < now:
            return Finding("ahead-of-itself", fields={"who": who, "time": start})
        now = end
    return None


def _judge_length(length: float) -> Finding | None:
    if length >= makespan(plan_one_by_one(named(list(CHORES.values())))):
        return Finding("nothing-overlaps", fields={"length": length})
    if length > shortest(list(CHORES.values())):
        return Finding("not-shortest", fields={"length": length})
    return None


def _is_slice(each: Any) -> bool:
    match each:
        case [str(), int() | float() as start, int() | float() as end, "cpu" | "io"]:
            # Beyond this, whole numbers and others could no longer be subtracted from each other.
            return abs(start) <= LATEST and abs(end) <= LATEST
        case _:
            return False


def _by_start(each: tuple[str, float, float, str]) -> float:
    return each[1]


EXERCISES = (
    Exercise(
        id="01-multiprogramming/one-by-one",
        name="one_by_one",
        examples=EXAMPLES,
        generate=some_jobs,
        valid=are_jobs,
        answer_key=f"{ANSWERS}:ONE_BY_ONE",
        off_limits=OFF_LIMITS,
    ),
    Exercise(
        id="01-multiprogramming/together",
        name="together",
        examples=EXAMPLES,
        generate=some_jobs,
        valid=are_jobs,
        judge=judge_together,
        answer_key=f"{ANSWERS}:TOGETHER",
        off_limits=OFF_LIMITS,
    ),
    Exercise(
        id="01-multiprogramming/own-schedule",
        name="my_schedule",
        examples=((),),
        judge=judge_schedule,
        off_limits=OFF_LIMITS,
    ),
)
