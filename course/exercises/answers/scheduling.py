"""The answer key of lesson 02: four schedulers, and what learners write who have misunderstood one thing.

Each model takes the arguments of its exercise and gives the answer that its mistake leads to. When a
learner's answers agree with one of them on every input tried, it names their mistake.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from math import inf

from autograder.answer_key import AnswerKey
from course import scheduling
from course.exercises.scheduling_probes import Jobs, Plain, joined
from course.scheduling import engine
from course.scheduling.engine import Task
from course.scheduling.jobs import as_jobs
from course.scheduling.policies import Levels, Shortest
from course.scheduling.schedule import Cause


def _one_by_one(jobs: Sequence[tuple[str, int, int]]) -> Plain:
    """Run the jobs in the order given, each to its end, none before it arrives."""
    now, schedule = 0, []
    for name, at, burst in jobs:
        start = max(now, at)
        now = start + burst
        schedule.append((name, start, now))
    return joined(schedule)


def _without_gaps(jobs: Jobs) -> Plain:
    """FCFS that never waits for somebody to arrive."""
    now, schedule = 0, list[tuple[str, float, float]]()
    for name, _, burst in sorted(jobs, key=lambda job: job[1]):
        schedule.append((name, now, now + burst))
        now += burst
    return schedule


def _by_arrival(jobs: Jobs) -> Jobs:
    return sorted(jobs, key=lambda job: job[1])


_FCFS: Mapping[str, Callable[..., object]] = {
    "list-order": _one_by_one,
    "name-order": lambda jobs: _one_by_one(sorted(jobs)),
    "shorter-first-on-ties": lambda jobs: _one_by_one(sorted(jobs, key=lambda job: job[1:])),
    "shortest-first": lambda jobs: scheduling.sjf(jobs).plain,
    "never-waits": _without_gaps,
    "starts-on-arrival": lambda jobs: joined([(n, at, at + b) for n, at, b in jobs]),
    "length-for-end": lambda jobs: joined(
        [(name, start, end - start) for name, start, end in scheduling.fcfs(jobs).plain]
    ),
}


class _Longest(Shortest):
    """The opposite of what was asked."""

    def rank(self, task: Task) -> object:
        return -task.rest


class _LatestOfEquals(Shortest):
    """Of equally short jobs the one that came last: ``<=`` where ``<`` belongs."""

    def rank(self, task: Task) -> object:
        return (task.rest, -task.job.arrival, -task.order)


class _FirstName(Shortest):
    """Of equally short jobs the one whose name is first in the alphabet: tuples were compared."""

    def rank(self, task: Task) -> object:
        return (task.rest, task.job.name)


class _FirstListed(Shortest):
    """Of equally short jobs the one that is first in the list, whoever has waited longer."""

    def rank(self, task: Task) -> object:
        return (task.rest, task.order)


def _choosing(discipline: type[Shortest]) -> Callable[[Jobs], Plain]:
    return lambda jobs: engine.simulate(as_jobs(jobs), discipline(preemptive=False)).plain


_SJF: Mapping[str, Callable[..., object]] = {
    "sees-the-future": lambda jobs: _one_by_one(sorted(jobs, key=lambda job: job[2])),
    "interrupts": lambda jobs: scheduling.srtf(jobs).plain,
    "arrival-order": lambda jobs: scheduling.fcfs(jobs).plain,
    "sorted-once": lambda jobs: _one_by_one(sorted(jobs, key=lambda job: job[1:])),
    "longest-first": _choosing(_Longest),
    "latest-of-equals": _choosing(_LatestOfEquals),
    "list-order-of-equals": _choosing(_FirstListed),
    "name-order-of-equals": _choosing(_FirstName),
}


def _rotate(
    jobs: Jobs,
    quantum: int,
    *,
    back: str,
    overshoots: bool = False,
) -> Plain:
    """Round robin with one thing done wrong.

    `back` says when the job that comes off the CPU queues again: ``"before"`` everybody who came
    during its slice, before those of the same ``"instant"``, or rightly ``"after"`` them.
    """
    coming, queue, now, schedule = deque(_by_arrival(jobs)), deque[tuple[str, int]](), 0, []

    def admit(until: float) -> None:
        while coming and coming[0][1] <= until:
            name, _, burst = coming.popleft()
            queue.append((name, burst))

    while coming or queue:
        now = now if queue else max(now, coming[0][1])
        admit(now)
        name, rest = queue.popleft()
        ran = quantum if overshoots else min(rest, quantum)
        schedule.append((name, now, now + ran))
        now += ran
        if back != "before":
            admit(now - 0.5 if back == "instant" else now)
        if rest > ran:
            queue.append((name, rest - ran))
    return joined(schedule)


def _all_there_at_once(jobs: Jobs, quantum: int) -> Plain:
    """Round robin over a queue that everybody is in from the beginning."""
    queue, now, schedule = deque(_by_arrival(jobs)), 0, []
    while queue:
        name, at, rest = queue.popleft()
        start = max(now, at)
        now = start + min(rest, quantum)
        schedule.append((name, start, now))
        if rest > quantum:
            queue.append((name, at, rest - quantum))
    return joined(schedule)


_RR: Mapping[str, Callable[..., object]] = {
    "newcomers-last": lambda jobs, quantum: _rotate(jobs, quantum, back="before"),
    "newcomers-last-on-ties": lambda jobs, quantum: _rotate(jobs, quantum, back="instant"),
    "all-there-at-once": _all_there_at_once,
    "full-slices": lambda jobs, quantum: _rotate(jobs, quantum, back="after", overshoots=True),
    "never-switches": lambda jobs, _quantum: scheduling.fcfs(jobs).plain,
    "slice-of-one": lambda jobs, _quantum: scheduling.rr(jobs, 1).plain,
    "list-order": lambda jobs, quantum: _all_there_at_once(
        [(n, 0, b) for n, _, b in jobs], quantum
    ),
}


class _NoDemotion(Levels):
    """Using a slice up has no consequence."""

    def add(self, task: Task, cause: Cause | None) -> None:
        super().add(task, None if cause is Cause.SLICE else cause)


class _OneSlice(Levels):
    """The first queue's slice everywhere."""

    def quantum(self, task: Task) -> float:
        del task  # not asked
        return self.quanta[0]


class _NoInterruption(Levels):
    """A newcomer waits until the slice that runs is over."""

    def outranks(self, running: Task) -> bool:
        del running  # not asked
        return False


class _InterruptedSinks(Levels):
    """Who is interrupted moves down as if the slice had been used up."""

    def add(self, task: Task, cause: Cause | None) -> None:
        super().add(task, Cause.SLICE if cause is Cause.OUTRANKED else cause)


class _InterruptedFirst(Levels):
    """Who is interrupted goes to the front of the queue, not to its end."""

    def add(self, task: Task, cause: Cause | None) -> None:
        super().add(task, cause)
        if cause is Cause.OUTRANKED:
            self.queues[task.level].rotate(1)


class _LastRunsOn(Levels):
    """In the last queue everybody runs to the end."""

    def quantum(self, task: Task) -> float:
        return inf if task.level == len(self.quanta) - 1 else super().quantum(task)


class _BackToTheTop(Levels):
    """Who falls out of the last queue begins again in the first."""

    def add(self, task: Task, cause: Cause | None) -> None:
        if cause is Cause.SLICE and task.level == len(self.quanta) - 1:
            task.level = 0
            cause = None
        super().add(task, cause)


def _with(discipline: type[Levels]) -> Callable[[Jobs, list[int]], Plain]:
    return lambda jobs, quanta: engine.simulate(as_jobs(jobs), discipline(quanta)).plain


_MLFQ: Mapping[str, Callable[..., object]] = {
    "no-demotion": _with(_NoDemotion),
    "same-slice": _with(_OneSlice),
    "no-interruption": _with(_NoInterruption),
    "interrupted-sinks": _with(_InterruptedSinks),
    "interrupted-first": _with(_InterruptedFirst),
    "last-runs-on": _with(_LastRunsOn),
    "back-to-the-top": _with(_BackToTheTop),
    "arrival-order": lambda jobs, _quanta: scheduling.fcfs(jobs).plain,
}

FCFS = AnswerKey(lambda jobs: scheduling.fcfs(jobs).plain, _FCFS)
SJF = AnswerKey(lambda jobs: scheduling.sjf(jobs).plain, _SJF)
RR = AnswerKey(lambda jobs, quantum: scheduling.rr(jobs, quantum).plain, _RR)
MLFQ = AnswerKey(lambda jobs, quanta: scheduling.mlfq(jobs, quanta).plain, _MLFQ)
