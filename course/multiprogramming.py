"""Multiprogramming: while one program waits, another one computes.

A job is a row of *bursts*: it needs the CPU for a while, then waits for a device, then needs the CPU
again. :func:`plan_one_by_one` lets nobody begin before everybody ahead has ended, as computers of
the 1950s did. :func:`plan_together` hands the CPU on whenever its job has to wait, and
:func:`shortest` is the best that any order of handing it on could do. Plans are lists of
:class:`~course.gantt.Slice`, ready to be drawn; :func:`measured` makes such a list from what real
processes did.

The model is kinder than a computer: handing the CPU on costs nothing, every job has a device of its
own, and nobody is asked to give the CPU back before a burst ends. Lesson 02 takes that away.

Source: the model is the usual textbook one; see R. and A. Arpaci-Dusseau, "Operating Systems: Three
Easy Pieces", section 7.8, "Incorporating I/O" (https://pages.cs.wisc.edu/~remzi/OSTEP/cpu-sched.pdf).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from string import ascii_uppercase
from typing import TYPE_CHECKING

from course.gantt import Slice
from course.pace import current_pace

if TYPE_CHECKING:
    from course.timeline import Tape

# ("cpu", 3): three units of time on the CPU. ("io", 5): five of waiting for a device.
Burst = tuple[str, int]
Job = Sequence[Burst]


def named(jobs: Iterable[Job]) -> dict[str, Job]:
    """Call the jobs A, B, C … in their order, for plans and pictures.

    Args:
        jobs: At most 26 of them.

    Raises:
        ValueError: if there are more jobs than letters.

    >>> named([[("cpu", 3)], [("io", 5)]])
    {'A': [('cpu', 3)], 'B': [('io', 5)]}
    """
    jobs = list(jobs)
    if len(jobs) > len(ascii_uppercase):
        raise ValueError(f"There are letters for 26 jobs, not for {len(jobs)}. Name them yourself.")
    return dict(zip(ascii_uppercase, jobs, strict=False))


def plan_one_by_one(jobs: Mapping[str, Job]) -> list[Slice]:
    """Nobody begins before everybody ahead has ended; while a job waits, the CPU waits with it.

    Args:
        jobs: Bursts by name, in the order in which the jobs run; any unit of time.

    Raises:
        ValueError: if a job's bursts do not take turns, or one is shorter than 1.

    >>> for each in plan_one_by_one({"A": [("cpu", 1), ("io", 4)], "B": [("cpu", 2)]}):
    ...     print(each)
    Slice(who='A', start=0, end=1, kind='cpu')
    Slice(who='A', start=1, end=5, kind='io')
    Slice(who='B', start=5, end=7, kind='cpu')
    """
    _check(jobs)
    slices: list[Slice] = []
    now = 0
    for who, bursts in jobs.items():
        for kind, length in bursts:
            slices.append(Slice(who, now, now + length, kind))
            now += length
    return slices


def plan_together(jobs: Mapping[str, Job]) -> list[Slice]:
    """One CPU, one queue: whoever has to wait hands the CPU to the next in the queue.

    All jobs are there at 0. A job that needs the CPU joins the end of the ready queue; of those who
    join at one instant, the first in `jobs` goes first. Whoever gets the CPU keeps it until the
    burst ends. Waiting for devices takes nobody's place: any number of jobs wait side by side.

    Args:
        jobs: Bursts by name; any unit of time.

    Raises:
        ValueError: if a job's bursts do not take turns, or one is shorter than 1.

    >>> for each in plan_together({"A": [("cpu", 1), ("io", 4)], "B": [("cpu", 2)]}):
    ...     print(each)
    Slice(who='A', start=0, end=1, kind='cpu')
    Slice(who='A', start=1, end=5, kind='io')
    Slice(who='B', start=1, end=3, kind='cpu')
    """
    _check(jobs)
    slices: list[Slice] = []
    # Every unfinished job as (when it joins the queue, its order, its next burst). Since the job
    # that is served goes straight back in with its next moment, the least entry is always the next.
    joins = [(0, order, 0) for order in range(len(jobs))]
    heapify(joins)
    names, rows = list(jobs), list(jobs.values())
    free = 0
    while joins:
        now, order, place = heappop(joins)
        kind, length = rows[order][place]
        start = max(now, free) if kind == "cpu" else now
        end = start + length
        if kind == "cpu":
            free = end
        slices.append(Slice(names[order], start, end, kind))
        if place + 1 < len(rows[order]):
            heappush(joins, (end, order, place + 1))
    return sorted(slices, key=lambda each: (names.index(each.who), each.start))


def makespan(slices: Iterable[Slice]) -> float:
    """When the last of `slices` ends; 0 if there are none.

    >>> makespan([Slice("A", 0, 3), Slice("B", 1, 9, "io")])
    9
    """
    return max((each.end for each in slices), default=0)


def shortest(jobs: Sequence[Job]) -> int:
    """The least makespan that any order of handing on the CPU reaches; no burst is cut in two.

    Tries every order there is, so it is meant for a handful of bursts.

    Args:
        jobs: The bursts of each job; any unit of time.

    Raises:
        ValueError: if a job's bursts do not take turns, or one is shorter than 1.

    Whoever will wait longest had better begin:

    >>> jobs = [[("cpu", 3)], [("cpu", 1), ("io", 6)]]
    >>> makespan(plan_together(named(jobs))), shortest(jobs)
    (10, 7)
    """
    _check(named(jobs))
    return _shortest_from([0] * len(jobs), [list(job) for job in jobs], 0)


def measured(tape: Tape) -> list[Slice]:
    """What real processes did, as slices: a row for each thing they said to be doing.

    Args:
        tape: A recording of :func:`course.timeline.span`; spans without an end are left out.

    Returns:
        Slices of kind ``"io"`` (a nap needs no CPU), counted in seconds of the story from the first
        of them on, to a tenth. At pace 0 no time passes in the story; then they are real seconds.

    >>> from course.timeline import Event, Tape
    >>> from course import set_pace
    >>> set_pace(0.5)
    >>> measured(Tape([Event(2, 7, "P", "wash", "begin"), Event(17, 7, "P", "wash", "end")]))
    [Slice(who='wash', start=0.0, end=30.0, kind='io')]
    """
    spans = [(span.text, span.start, span.end) for span in tape.spans if span.end is not None]
    if not spans:
        return []
    origin = min(start for _, start, _ in spans)
    second = current_pace() or 1.0
    rounded = [
        (who, round((start - origin) / second, 1), round((end - origin) / second, 1))
        for who, start, end in spans
    ]
    return [Slice(who, start, end, "io") for who, start, end in rounded if start < end]


def _check(jobs: Mapping[str, Job]) -> None:
    for who, bursts in jobs.items():
        previous = None
        for kind, length in bursts:
            if kind not in {"cpu", "io"} or kind == previous:
                raise ValueError(f"{who}: bursts take turns, cpu, io, cpu, …, unlike {bursts}.")
            if length < 1:
                raise ValueError(f"{who}: a burst takes 1 or longer, not {length}.")
            previous = kind


def _shortest_from(ready: list[int], rest: list[list[Burst]], free: int) -> int:
    """The least makespan from here on: when each job is ready, what is left of it, CPU's next."""
    for order, bursts in enumerate(rest):
        if bursts and bursts[0][0] == "io":  # waiting never competes, so it begins at once
            return _shortest_from(*_served(ready, rest, order, ready[order]), free)
    turns = [order for order, bursts in enumerate(rest) if bursts]
    if not turns:
        return max(ready, default=0)
    lengths = []
    for order in turns:
        later, left = _served(ready, rest, order, max(free, ready[order]))
        lengths.append(_shortest_from(later, left, later[order]))
    return min(lengths)


def _served(
    ready: list[int], rest: list[list[Burst]], order: int, start: int
) -> tuple[list[int], list[list[Burst]]]:
    """What follows when the next burst of job `order` begins at `start`."""
    later, left = ready.copy(), rest.copy()
    later[order] = start + rest[order][0][1]
    left[order] = rest[order][1:]
    return later, left
