"""The exercises of lesson 02: three times, four schedulers, and a workload that tells them apart.

A schedule is a list of ``(name, start, end)``. Whether a job that goes on at once is written as one
piece or as several is a matter of taste, so answers are compared after :func:`joined`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from autograder.exercise import Arguments, Exercise, Finding
from autograder.plain import same
from course import scheduling
from course.exercises import scheduling_mistakes as mistakes

Jobs = list[tuple[str, int, int]]
Plain = list[tuple[str, float, float]]

# Calling these would answer the exercise that asks to write them.
SIMULATORS = (
    *(f"course.scheduling:{name}" for name in ("fcfs", "sjf", "srtf", "rr", "mlfq")),
    *(f"course.scheduling.policies:{name}" for name in ("fcfs", "sjf", "srtf", "rr", "mlfq")),
    "course.scheduling.engine:simulate",
)
QUANTUM = 2
"""The time slice of the exercise on round robin's gain."""


def joined(answer: Any) -> Any:
    """A schedule in order of time, a job's pieces without a gap between them written as one.

    What is no schedule comes back as it is.

    >>> joined([("A", 0, 2), ["A", 2, 3], ("B", 3, 4)])
    [('A', 0, 3), ('B', 3, 4)]
    >>> joined("A"), joined([("A", 0)])
    ('A', [('A', 0)])
    """
    if not is_schedule(answer):
        return answer
    pieces: Plain = []
    for name, start, end in sorted(map(tuple, answer), key=lambda piece: (piece[1], piece[2])):
        if pieces and pieces[-1][0] == name and pieces[-1][2] == start < end:
            pieces[-1] = (name, pieces[-1][1], end)
        else:
            pieces.append((name, start, end))
    return pieces


def is_schedule(answer: Any) -> bool:
    """Whether `answer` is a list of ``(name, start, end)``."""
    return isinstance(answer, list | tuple) and all(
        isinstance(piece, list | tuple)
        and len(piece) == 3
        and isinstance(piece[0], str)
        and all(isinstance(moment, int | float) for moment in piece[1:])
        for piece in answer
    )


def _probe(name: str) -> Callable[..., Any]:
    """Calls the learner's `name`, beside their code, and joins the pieces of what it returns."""

    def probe(namespace: Mapping[str, Any], *args: Any) -> Any:
        return joined(namespace[name](*args))

    return probe


fcfs_probe = _probe("fcfs")
sjf_probe = _probe("sjf")
rr_probe = _probe("rr")
mlfq_probe = _probe("mlfq")


def judge_schedule(model: Callable[..., Plain], args: Arguments, answer: Any) -> Finding | None:
    """What is wrong with a joined schedule, the mistake that explains most first."""
    expected = model(*args)
    if same(answer, expected):
        return None
    if not is_schedule(answer):
        return Finding("not-a-schedule", expected)
    found = _broken_law(args[0], answer)
    return Finding(found[0], expected, found[1]) if found else Finding("other-order", expected)


def _broken_law(jobs: Jobs, answer: Plain) -> tuple[str, dict[str, object]] | None:
    """The first law of every schedule that `answer` breaks, and values for its sentence."""
    arrival = {name: at for name, at, _ in jobs}
    for name, start, end in answer:
        if name not in arrival:
            return "unknown-job", {"name": name}
        if start < arrival[name]:
            return "too-early", {"name": name, "start": start, "arrival": arrival[name]}
        if end <= start:
            return "backwards", {"name": name, "start": start, "end": end}
    for (one, _, end), (other, start, _) in pairwise(answer):
        if start < end:
            return "two-at-once", {"one": one, "other": other, "start": start}
    for name, _, burst in jobs:
        ran = sum(end - start for who, start, end in answer if who == name)
        if not same(ran, burst):
            return "wrong-length", {"name": name, "ran": ran, "burst": burst}
    return _idled(jobs, answer)


def _idled(jobs: Jobs, answer: Plain) -> tuple[str, dict[str, object]] | None:
    """The first moment at which the CPU had nothing to do though a job was ready, if any."""
    last: float = 0
    for place, (_, start, end) in enumerate(answer):
        to_come = {who for who, _, _ in answer[place:]}
        for name, at, _ in jobs:
            since = max(last, at)
            if name in to_come and since < start:
                return "idle", {"name": name, "since": since, "start": start}
        last = end
    return None


def valid_jobs(jobs: Any, *_: Any) -> bool:
    """Whether `jobs` is a workload as the exercises promise it."""
    return (
        len(jobs) > 0
        and len({name for name, _, _ in jobs}) == len(jobs)
        and all(name for name, _, _ in jobs)
        and all(type(at) is int and type(burst) is int for _, at, burst in jobs)
        and all(at >= 0 and burst >= 1 for _, at, burst in jobs)
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
    return valid_jobs(jobs) and is_schedule(schedule) and not _broken_law(jobs, schedule)


def judge_times(args: Arguments, answer: Any) -> Finding | None:
    """Which of the three times is wrong, and whose."""
    expected = mistakes.times(*args)
    if same(answer, expected):
        return None
    if not isinstance(answer, dict) or answer.keys() != expected.keys():
        return Finding("not-all-jobs", expected)
    for name, right in expected.items():
        given = answer[name]
        if not isinstance(given, list | tuple) or len(given) != 3:
            return Finding("not-three", expected, {"name": name})
        for place, key in enumerate(("turnaround", "waiting", "response")):
            if not same(given[place], right[place]):
                return Finding(f"wrong-{key}", expected, {"name": name})
    return Finding("not-all-jobs", expected)


def judge_workload(args: Arguments, jobs: Any) -> Finding | None:
    """Whether round robin responds sooner on these jobs, and SJF still ends sooner."""
    del args  # the answer is a constant
    if not _is_workload(jobs):
        return Finding("not-a-workload")
    if len(jobs) > 8:
        return Finding("too-many", fields={"count": len(jobs)})
    plain = [tuple(job) for job in jobs]
    by_rr, by_sjf = scheduling.rr(plain, QUANTUM).mean, scheduling.sjf(plain).mean
    fields: dict[str, object] = {
        f"{name}_{time}": f"{getattr(mean, time):.2f}"
        for name, mean in (("rr", by_rr), ("sjf", by_sjf))
        for time in ("response", "turnaround")
    }
    if same(by_rr.response, by_sjf.response):
        return Finding("same-response", fields=fields)
    if by_rr.response > by_sjf.response:
        return Finding("sjf-responds-sooner", fields=fields)
    if same(by_rr.turnaround, by_sjf.turnaround) or by_rr.turnaround < by_sjf.turnaround:
        return Finding("rr-ends-sooner", fields=fields)
    return None


def _is_workload(jobs: Any) -> bool:
    return (
        isinstance(jobs, list | tuple)
        and all(isinstance(job, list | tuple) and len(job) == 3 for job in jobs)
        and all(isinstance(job[0], str) and type(job[1]) is type(job[2]) is int for job in jobs)
        and valid_jobs(jobs)
    )


CONVOY: Jobs = [("A", 0, 8), ("B", 1, 2), ("C", 2, 1), ("D", 3, 3)]
UNSORTED: Jobs = [("C", 3, 2), ("A", 4, 1), ("B", 0, 3)]
LATE: Jobs = [("A", 2, 2), ("B", 9, 1)]
TIED: Jobs = [("B", 0, 2), ("A", 0, 2)]


def _scheduler(
    name: str,
    model: Callable[..., Plain],
    examples: tuple[Arguments, ...],
    generate: Callable[[random.Random, int], Arguments],
    valid: Callable[..., bool],
    misconceptions: Mapping[str, Callable[..., Any]],
) -> Exercise:
    return Exercise(
        id=f"02-scheduling/{name}",
        name=name,
        examples=examples,
        generate=generate,
        valid=valid,
        judge=partial(judge_schedule, model),
        misconceptions=misconceptions,
        probe=f"course.exercises.scheduling:{name}_probe",
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
        misconceptions=mistakes.TIMES,
        off_limits=SIMULATORS,
    ),
    _scheduler(
        "fcfs",
        lambda jobs: scheduling.fcfs(jobs).plain,
        (([("A", 0, 3)],), ([("A", 0, 3), ("B", 1, 2)],), (TIED,), (LATE,), (UNSORTED,)),
        make_jobs,
        valid_jobs,
        mistakes.FCFS,
    ),
    _scheduler(
        "sjf",
        lambda jobs: scheduling.sjf(jobs).plain,
        (([("A", 0, 3)],), (TIED,), (LATE,), (UNSORTED,), (CONVOY,)),
        make_jobs,
        valid_jobs,
        mistakes.SJF,
    ),
    _scheduler(
        "rr",
        lambda jobs, quantum: scheduling.rr(jobs, quantum).plain,
        (
            ([("A", 0, 3)], 2),
            ([("A", 0, 3), ("B", 0, 3)], 2),
            ([("A", 0, 4), ("B", 2, 2)], 2),
            (LATE, 1),
            (CONVOY, 2),
        ),
        make_rr,
        valid_rr,
        mistakes.RR,
    ),
    _scheduler(
        "mlfq",
        lambda jobs, quanta: scheduling.mlfq(jobs, quanta).plain,
        (
            ([("A", 0, 3)], [1, 2]),
            ([("A", 0, 3), ("B", 0, 3)], [1, 2]),
            ([("A", 0, 5), ("B", 2, 1)], [1, 4]),
            (LATE, [1, 2, 4]),
            (CONVOY, [1, 2, 4]),
        ),
        make_mlfq,
        valid_mlfq,
        mistakes.MLFQ,
    ),
    Exercise(
        id="02-scheduling/rr-responds",
        name="workload",
        constant=True,
        examples=((),),
        judge=judge_workload,
    ),
)
