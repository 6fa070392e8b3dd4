"""The four ways to choose who gets the CPU, and the preemptive sister of one of them.

Each is a function from a workload to a :class:`~course.scheduling.schedule.Schedule`. What happens
at one instant is put in order by :mod:`course.scheduling.engine`; where a rule still leaves two jobs
equal, the one that has been in the ready queue longer is first, so a job that was sent back to the
queue is behind those already there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from math import inf
from typing import Any

from course.scheduling import engine
from course.scheduling.engine import Task
from course.scheduling.jobs import Job, PlainJob, as_jobs
from course.scheduling.schedule import Cause, Schedule

Workload = Iterable[Job | PlainJob]


def fcfs(jobs: Workload, switch: float = 0) -> Schedule:
    """First come, first served: whoever is ready longest runs, until it ends or does I/O.

    >>> fcfs([("A", 0, 3), ("B", 1, 2)]).plain
    [('A', 0, 3), ('B', 3, 5)]
    """
    return engine.simulate(as_jobs(jobs), Fifo(inf), switch)


def sjf(jobs: Workload, switch: float = 0) -> Schedule:
    """Shortest job first: of those ready, the one with the shortest burst runs to its end.

    Nobody is interrupted: a shorter job that arrives meanwhile waits.

    >>> sjf([("A", 0, 3), ("B", 1, 2), ("C", 2, 1)]).plain
    [('A', 0, 3), ('C', 3, 4), ('B', 4, 6)]
    """
    return engine.simulate(as_jobs(jobs), Shortest(preemptive=False), switch)


def srtf(jobs: Workload, switch: float = 0) -> Schedule:
    """Shortest remaining time first: a newcomer shorter than what is left of the running job runs.

    A newcomer only as long as what is left waits. Without I/O and with free switches, no schedule
    has a smaller mean turnaround time. Source: L. Schrage, "A Proof of the Optimality of the
    Shortest Remaining Processing Time Discipline" (1968).

    >>> srtf([("A", 0, 5), ("B", 1, 2)]).plain
    [('A', 0, 1), ('B', 1, 3), ('A', 3, 7)]
    """
    return engine.simulate(as_jobs(jobs), Shortest(preemptive=True), switch)


def rr(jobs: Workload, quantum: float, switch: float = 0) -> Schedule:
    """Round robin: everybody in turn runs for one time slice at most.

    Whoever arrives at the instant at which a slice ends queues before the job that comes off the
    CPU. Who ends, or goes to do I/O, gives the rest of the slice up.

    Args:
        jobs: The workload.
        quantum: The length of a time slice; more than 0.
        switch: What handing the CPU to another job costs.

    Raises:
        ValueError: if the slice has no length.

    >>> rr([("A", 0, 3), ("B", 0, 2)], 2).plain
    [('A', 0, 2), ('B', 2, 4), ('A', 4, 5)]
    """
    _refuse_no_time(quantum)
    return engine.simulate(as_jobs(jobs), Fifo(quantum), switch)


def mlfq(jobs: Workload, quanta: Sequence[float], switch: float = 0) -> Schedule:
    """Multilevel feedback queue: the longer a job turns out to be, the later its turn.

    - Every job begins in the first queue.
    - The first job of the first queue that is not empty runs, for that queue's slice at most.
    - Who uses a whole slice up moves to the end of the next queue; in the last, to its end.
    - Who gives the CPU up for I/O before that comes back to the end of the same queue.
    - Somebody who enters a better queue takes the CPU at once; the job interrupted goes to the end
      of its own queue, and has a whole slice again. One that had used its slice up at that very
      instant moves down.

    Source: F. J. Corbató, M. Merwin-Daggett, R. C. Daley, "An Experimental Time-Sharing System"
    (1962); told today by R. and A. Arpaci-Dusseau, "Operating Systems: Three Easy Pieces", ch. 8.

    Args:
        jobs: The workload.
        quanta: The slice of each queue, the first queue's first; each more than 0.
        switch: What handing the CPU to another job costs.

    Raises:
        ValueError: if there is no queue, or a slice has no length.

    >>> mlfq([("A", 0, 5), ("B", 2, 1)], [1, 4]).plain
    [('A', 0, 2), ('B', 2, 3), ('A', 3, 6)]
    """
    if not quanta:
        raise ValueError("A multilevel feedback queue has at least one queue. Give its slice.")
    for quantum in quanta:
        _refuse_no_time(quantum)
    return engine.simulate(as_jobs(jobs), Levels(quanta), switch)


def _refuse_no_time(quantum: float) -> None:
    if not quantum > 0:
        raise ValueError(f"A time slice lasts longer than 0, unlike {quantum}.")


class Fifo:
    """One queue, served from the front."""

    def __init__(self, quantum: float) -> None:
        self._quantum = quantum
        self._ready: deque[Task] = deque()

    def add(self, task: Task, cause: Cause | None) -> None:
        """Queue at the end, wherever from."""
        del cause  # makes no difference
        self._ready.append(task)

    def pick(self) -> Task | None:
        """Whoever is at the front."""
        return self._ready.popleft() if self._ready else None

    def quantum(self, task: Task) -> float:
        """The same for everybody."""
        del task  # makes no difference
        return self._quantum

    def outranks(self, running: Task) -> bool:
        """Nobody does."""
        del running  # makes no difference
        return False


class Shortest:
    """Whoever has least left of the burst; among equals, whoever is ready longest."""

    def __init__(self, *, preemptive: bool) -> None:
        self._preemptive = preemptive
        self._ready: list[Task] = []

    def add(self, task: Task, cause: Cause | None) -> None:
        """Join; only what is left of the burst will count."""
        del cause  # makes no difference
        self._ready.append(task)

    def pick(self) -> Task | None:
        """Whoever ranks first; of equals, whoever is ready longest."""
        if not self._ready:
            return None
        first = min(self._ready, key=self.rank)  # of equals, the first
        self._ready.remove(first)
        return first

    def rank(self, task: Task) -> Any:
        """What is compared; the smallest runs."""
        return task.rest

    def quantum(self, task: Task) -> float:
        """None: time alone interrupts nobody."""
        del task  # makes no difference
        return inf

    def outranks(self, running: Task) -> bool:
        """Whether somebody ready has less left, if that counts."""
        return self._preemptive and any(task.rest < running.rest for task in self._ready)


class Levels:
    """Queues one below the other; a slice used up is a step down."""

    def __init__(self, quanta: Sequence[float]) -> None:
        self.quanta = quanta
        self.queues: list[deque[Task]] = [deque() for _ in quanta]

    def add(self, task: Task, cause: Cause | None) -> None:
        """Queue at one's level, after a slice used up one lower."""
        if cause is Cause.SLICE:
            task.level = min(task.level + 1, len(self.queues) - 1)
        self.queues[task.level].append(task)

    def pick(self) -> Task | None:
        """Whoever is at the front of the first queue that is not empty."""
        return next((queue.popleft() for queue in self.queues if queue), None)

    def quantum(self, task: Task) -> float:
        """That of the queue the task is in."""
        return self.quanta[task.level]

    def outranks(self, running: Task) -> bool:
        """Whether somebody is ready in a better queue."""
        return any(self.queues[: running.level])
