"""What is right about an answer of lesson 02, and what is wrong with it.

Laws that every schedule keeps come first: a job that runs before it arrives is a clearer thing to
say than an order that differs. Which order it should have been is told by the models in
:mod:`course.exercises.answers.scheduling`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from autograder.exercise import Arguments, Finding
from autograder.plain import same
from course import scheduling
from course.exercises.scheduling_probes import Jobs, Plain, is_schedule

Mistake = tuple[str, dict[str, object]]
"""A diagnosis, and values for its sentence."""
QUANTUM = 2
"""The time slice of the exercise on round robin's gain."""


def judge_schedule(name: str, args: Arguments, answer: Any, expected: Plain) -> Finding | None:
    """What is wrong with what `name` returned, joined; the mistake that explains most first."""
    if same(answer, expected):
        return None
    if answer is None:
        # The probe stands between the grader and the learner's return, so it is for us to say.
        return Finding("returned-none", expected, {"name": name})
    if not is_schedule(answer):
        return Finding("not-a-schedule", expected)
    special = SPECIAL.get(name, _nothing_special)(args[0], expected, answer)
    found = special or broken_law(args[0], answer)
    return Finding(found[0], expected, found[1]) if found else Finding("other-order", expected)


def _end_off_start(jobs: Jobs, expected: Plain, answer: Plain) -> Mistake | None:
    """FCFS: the first run that is wrong begins when it should, and ends at another time."""
    bursts = {name: burst for name, _, burst in jobs}
    if len({name for name, _, _ in answer}) < len(answer):
        return None  # somebody runs twice: another idea of who is next
    for (right, at, done), (name, start, end) in zip(expected, answer, strict=False):
        if (name, start) != (right, at):
            return None
        if not same(end, done):
            fields = {"name": name, "start": start, "burst": bursts[name], "right": done}
            return "end-off-start", {**fields, "end": end}
    return None


def _equals_swapped(jobs: Jobs, expected: Plain, answer: Plain) -> Mistake | None:
    """SJF: a legal schedule that parts from the right one where two jobs are equally short."""
    if broken_law(jobs, answer):
        return None
    bursts = {name: burst for name, _, burst in jobs}
    for right, given in zip(expected, answer, strict=False):
        if not same(right, given):
            whole = same(given[2] - given[1], bursts[given[0]])
            equal = bursts[given[0]] == bursts[right[0]]
            return ("equals-swapped", {}) if whole and equal else None
    return None


def _nothing_special(_jobs: Jobs, _expected: Plain, _answer: Plain) -> Mistake | None:
    return None


SPECIAL: Mapping[str, Callable[[Jobs, Plain, Plain], Mistake | None]] = {
    "fcfs": _end_off_start,
    "sjf": _equals_swapped,
}
"""Mistakes of one exercise alone, by the name of its function: told before any broken law."""


def broken_law(jobs: Jobs, answer: Plain) -> Mistake | None:
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


def _idled(jobs: Jobs, answer: Plain) -> Mistake | None:
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


def judge_times(_: Arguments, answer: Any, expected: Mapping[str, Any]) -> Finding:
    """Which of the three times is wrong, and whose."""
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


def valid_jobs(jobs: Any, *_: Any) -> bool:
    """Whether `jobs` is a workload as the exercises promise it."""
    return (
        len(jobs) > 0
        and len({name for name, _, _ in jobs}) == len(jobs)
        and all(name for name, _, _ in jobs)
        and all(type(at) is int and type(burst) is int for _, at, burst in jobs)
        and all(at >= 0 and burst >= 1 for _, at, burst in jobs)
    )


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
