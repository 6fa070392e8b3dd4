"""The answer key of lesson 01: two makespans, and wrong ideas of how long jobs take.

Each wrong idea is the function that somebody with that idea writes. An answer that agrees with one of
them on every input is told what it got wrong; for slips, the smallest wrong answer is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

from autograder.answer_key import AnswerKey
from course.multiprogramming import Job, makespan, named, plan_one_by_one, plan_together

Model = Callable[[Sequence[Job]], float]


def one_by_one(jobs: Sequence[Job]) -> float:
    """Makespan if nobody begins before everybody ahead has ended.

    >>> one_by_one([[("cpu", 1), ("io", 4)], [("cpu", 2)]])
    7
    """
    return makespan(plan_one_by_one(named(jobs)))


def together(jobs: Sequence[Job]) -> float:
    """Makespan if whoever waits hands the CPU to the next in the queue.

    >>> together([[("cpu", 1), ("io", 4)], [("cpu", 2)]])
    5
    """
    return makespan(plan_together(named(jobs)))


def everything(jobs: Sequence[Job]) -> int:
    """Nothing overlaps: the sum of all bursts."""
    return sum(map(_total, jobs))


def longest_job(jobs: Sequence[Job]) -> int:
    """Everything overlaps, on the CPU too."""
    return max(map(_total, jobs))


def cpu_only(jobs: Sequence[Job]) -> int:
    """Waiting takes no time at all."""
    return sum(map(_on_cpu, jobs))


def lower_bound(jobs: Sequence[Job]) -> int:
    """No schedule is shorter than this, but not every workload gets down to it."""
    return max(cpu_only(jobs), longest_job(jobs))


def one_device(jobs: Sequence[Job]) -> int:
    """All jobs queue for the same device, as if waiting took somebody's place."""
    return _serve(jobs, one_device=True)


def last_wait_forgotten(jobs: Sequence[Job]) -> float:
    """The moment when the CPU is done, though somebody may still be waiting for a device."""
    on_cpu = [each for each in plan_together(named(jobs)) if each.kind == "cpu"]
    return makespan(on_cpu)


def io_queues(jobs: Sequence[Job]) -> int:
    """An I/O burst does not begin before the CPU is free, though it leaves the CPU to others."""
    ready = [0] * len(jobs)
    rest = [list(job) for job in jobs]
    free = 0
    while any(rest):
        now, place = min((ready[place], place) for place, bursts in enumerate(rest) if bursts)
        kind, length = rest[place].pop(0)
        ready[place] = max(now, free) + length
        if kind == "cpu":
            free = ready[place]
    return max(ready)


def first_in_list_first(jobs: Sequence[Job]) -> int:
    """No queue: of those who are ready, the first in the list gets the CPU."""
    return _serve(jobs, queue=False)


def strict_turns(jobs: Sequence[Job]) -> int:
    """The CPU goes round the list and waits for whoever's turn it is."""
    ready = [0] * len(jobs)
    free = 0
    for bursts in zip_longest(*(_pairs(job) for job in jobs), fillvalue=(0, 0)):
        for place, (on_cpu, waiting) in enumerate(bursts):
            if on_cpu:
                free = max(free, ready[place]) + on_cpu
                ready[place] = free
            ready[place] += waiting
    return max(ready)


def _serve(jobs: Sequence[Job], *, queue: bool = True, one_device: bool = False) -> int:
    """The right algorithm, except for what is asked to be wrong about it."""
    ready = [0] * len(jobs)
    rest = [list(job) for job in jobs]
    free = {"cpu": 0, "io": 0}
    while any(rest):
        # Whoever can begin first does; at one instant, waiting comes before computing.
        choices = []
        for place, bursts in enumerate(rest):
            if bursts:
                kind, _ = bursts[0]
                exclusive = kind == "cpu" or one_device
                start = max(ready[place], free[kind]) if exclusive else ready[place]
                joined = ready[place] if queue else 0
                choices.append((start, kind == "cpu", joined, place))
        start, _, _, place = min(choices)
        kind, length = rest[place].pop(0)
        ready[place] = free[kind] = start + length
    return max(ready)


def _total(job: Job) -> int:
    return sum(length for _, length in job)


def _on_cpu(job: Job) -> int:
    return sum(length for kind, length in job if kind == "cpu")


def _pairs(job: Job) -> list[tuple[int, int]]:
    """The bursts as (on the CPU, then waiting); 0 stands for a burst that is not there."""
    lengths = [length for _, length in job]
    if job[0][0] == "io":
        lengths.insert(0, 0)
    if len(lengths) % 2:
        lengths.append(0)
    return list(zip(lengths[::2], lengths[1::2], strict=True))


_ONE_BY_ONE: Mapping[str, Model] = {
    "cpu-only": cpu_only,
    "io-only": lambda jobs: everything(jobs) - cpu_only(jobs),
    "longest-job": longest_job,
    "first-job-only": lambda jobs: _total(jobs[0]),
    "last-job-only": lambda jobs: _total(jobs[-1]),
    "first-burst-only": lambda jobs: jobs[0][0][1],
    "counts-bursts": lambda jobs: sum(map(len, jobs)),
    "together-instead": together,
}

_TOGETHER: Mapping[str, Model] = {
    "nothing-overlaps": everything,
    "longest-job": longest_job,
    "cpu-only": cpu_only,
    "lower-bound": lower_bound,
    "one-device": one_device,
    "last-wait-forgotten": last_wait_forgotten,
    "first-in-list-first": first_in_list_first,
    "strict-turns": strict_turns,
    "one-too-many": lambda jobs: together(jobs) + 1,
    "one-too-few": lambda jobs: together(jobs) - 1,
}

_TOGETHER_ONCE: Mapping[str, Model] = {
    "last-wait-forgotten": last_wait_forgotten,
    "io-queues": io_queues,
}
"""Mistakes that an answer can have beside others, so that no model of it agrees everywhere."""

ONE_BY_ONE = AnswerKey(one_by_one, _ONE_BY_ONE)
TOGETHER = AnswerKey(together, _TOGETHER, _TOGETHER_ONCE)
