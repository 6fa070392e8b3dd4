"""The exercises of lesson 02: three times, four schedulers, and a workload that tells them apart.

A schedule is a list of ``(name, start, end)``. Whether a job that goes on at once is written as one
piece or as several is a matter of taste, so answers are compared after
:func:`~course.exercises.scheduling_probes.joined`.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from typing import Any

from autograder.exercise import Arguments, Exercise
from course import scheduling
from course.exercises.scheduling_judges import (
    broken_law,
    judge_schedule,
    judge_times,
    judge_workload,
    valid_jobs,
)
from course.exercises.scheduling_probes import Jobs, Plain, is_schedule

ANSWERS = "course.exercises.answers"
# Calling these would answer the exercise that asks to write them.
SIMULATORS = (
    *(f"course.scheduling:{name}" for name in ("fcfs", "sjf", "srtf", "rr", "mlfq")),
    *(f"course.scheduling.policies:{name}" for name in ("fcfs", "sjf", "srtf", "rr", "mlfq")),
    "course.scheduling.engine:simulate",
)


def valid_rr(jobs: Any, quantum: Any) -> bool:
    """Whether round robin can run: jobs and a slice of whole units."""
    return valid_jobs(jobs) and type(quantum) is int and quantum >= 1


def valid_mlfq(jobs: Any, quanta: Any) -> bool:
    """Whether the queues can run: jobs, and a slice for at least one queue."""
    return valid_jobs(jobs) and bool(quanta) and all(type(q) is int and q >= 1 for q in quanta)


def make_jobs(rng: random.Random, size: int) -> tuple[Jobs]:
    """A few jobs, often arriving together, in no order of name or arrival."""
    count = rng.randint(1, 2 + size // 2)
    names = rng.sample("ABCDEFGH", count)
    return ([(name, rng.randint(0, 2 * size), rng.randint(1, size + 2)) for name in names],)


def make_rr(rng: random.Random, size: int) -> tuple[Jobs, int]:
    """Jobs and a slice, many arrivals at the end of one."""
    quantum = rng.randint(1, 4)
    (jobs,) = make_jobs(rng, size)
    on_the_dot = [
        (n, at // quantum * quantum, b) if rng.random() < 0.5 else (n, at, b) for n, at, b in jobs
    ]
    return on_the_dot, quantum


def make_mlfq(rng: random.Random, size: int) -> tuple[Jobs, list[int]]:
    """Jobs, and one to three queues."""
    (jobs,) = make_jobs(rng, size)
    quanta = [rng.randint(1, 2 + level) for level in range(rng.randint(1, 3))]
    return jobs, quanta


def make_times(rng: random.Random, size: int) -> tuple[Jobs, Plain]:
    """Jobs, and what round robin made of them."""
    jobs, quantum = make_rr(rng, size)
    return jobs, scheduling.rr(jobs, quantum).plain


def valid_times(jobs: Any, schedule: Any = None) -> bool:
    """Whether the schedule does all the work of the jobs and breaks no law."""
    return valid_jobs(jobs) and is_schedule(schedule) and not broken_law(jobs, schedule)


CONVOY: Jobs = [("A", 0, 8), ("B", 1, 2), ("C", 2, 1), ("D", 3, 3)]
UNSORTED: Jobs = [("C", 3, 2), ("A", 4, 1), ("B", 0, 3)]
LATE: Jobs = [("A", 2, 2), ("B", 9, 1)]
TIED: Jobs = [("B", 0, 2), ("A", 0, 2)]


def _scheduler(
    name: str,
    examples: tuple[Arguments, ...],
    generate: Callable[[random.Random, int], Arguments],
    valid: Callable[..., bool],
) -> Exercise:
    return Exercise(
        id=f"02-scheduling/{name}",
        name=name,
        examples=examples,
        generate=generate,
        valid=valid,
        judge=partial(judge_schedule, name),
        answer_key=f"{ANSWERS}.scheduling:{name.upper()}",
        probe=f"course.exercises.scheduling_probes:{name}_probe",
        off_limits=SIMULATORS,
    )


EXERCISES = (
    Exercise(
        id="02-scheduling/times",
        name="times",
        examples=(
            ([("A", 0, 3)], [("A", 0, 3)]),
            ([("A", 2, 3)], [("A", 2, 5)]),
            ([("A", 0, 3), ("B", 1, 2)], [("A", 0, 3), ("B", 3, 5)]),
            ([("A", 1, 3), ("B", 2, 2)], [("A", 1, 3), ("B", 3, 5), ("A", 5, 6)]),
        ),
        generate=make_times,
        valid=valid_times,
        judge=judge_times,
        answer_key=f"{ANSWERS}.scheduling_times:TIMES",
        off_limits=SIMULATORS,
    ),
    _scheduler(
        "fcfs",
        (([("A", 0, 3)],), ([("A", 0, 3), ("B", 1, 2)],), (TIED,), (LATE,), (UNSORTED,)),
        make_jobs,
        valid_jobs,
    ),
    _scheduler(
        "sjf",
        (([("A", 0, 3)],), (TIED,), (LATE,), (UNSORTED,), (CONVOY,)),
        make_jobs,
        valid_jobs,
    ),
    _scheduler(
        "rr",
        (
            ([("A", 0, 3)], 2),
            ([("A", 0, 3), ("B", 0, 3)], 2),
            ([("A", 0, 4), ("B", 2, 2)], 2),
            (LATE, 1),
            (CONVOY, 2),
        ),
        make_rr,
        valid_rr,
    ),
    _scheduler(
        "mlfq",
        (
            ([("A", 0, 3)], [1, 2]),
            ([("A", 0, 3), ("B", 0, 3)], [1, 2]),
            ([("A", 0, 5), ("B", 2, 1)], [1, 4]),
            (LATE, [1, 2, 4]),
            (CONVOY, [1, 2, 4]),
        ),
        make_mlfq,
        valid_mlfq,
    ),
    Exercise(
        id="02-scheduling/rr-responds",
        name="workload",
        constant=True,
        examples=((),),
        judge=judge_workload,
    ),
)
