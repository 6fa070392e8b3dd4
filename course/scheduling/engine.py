"""One CPU and a clock. Who is next is asked of a :class:`Discipline`; all else happens here.

What happens at one and the same instant happens in this order:

1. Jobs that arrive, and jobs back from a device, enter the ready queue in the workload's order.
2. The job whose time slice was used up enters behind them.
3. The CPU is given to the discipline's choice.

Every job has a device of its own, so that nobody queues for I/O. Handing the CPU to another job than
the one that had it last takes `switch`; the first job of all, and a job that goes on after a pause
in which nobody else ran, cost nothing. Once begun, a switch is completed.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import Protocol

from course.gantt import Slice
from course.scheduling.jobs import Job
from course.scheduling.schedule import Cause, Run, Schedule


class Task:
    """A job under way: what is left of it, and its rank if the discipline gives ranks."""

    def __init__(self, job: Job, order: int) -> None:
        self.job = job
        self.order = order
        self.phase = 0
        self.rest = job.bursts[0]
        self.level = 0


class Discipline(Protocol):
    """Keeps the jobs that are ready, and decides among them."""

    def add(self, task: Task, cause: Cause | None) -> None:
        """Let `task` join: new (`cause` is None), back from I/O, or from the CPU."""

    def pick(self) -> Task | None:
        """Take out the task to run next; None if nobody is ready."""

    def quantum(self, task: Task) -> float:
        """How long `task` may run before it is asked to step back; may be infinite."""

    def outranks(self, running: Task) -> bool:
        """Whether somebody ready should have the CPU at once, in the place of `running`."""


def simulate(jobs: Sequence[Job], discipline: Discipline, switch: float = 0) -> Schedule:
    """Run `jobs` to their end under `discipline`.

    Args:
        jobs: The workload.
        discipline: A fresh one; it is used up.
        switch: What handing the CPU to another job costs, in the workload's unit of time.

    Raises:
        ValueError: if `switch` is negative.
    """
    if not switch >= 0:
        raise ValueError(f"A switch takes 0 or longer, not {switch}.")
    cpu = _Cpu(jobs, discipline)
    while True:
        cpu.admit()
        task = discipline.pick()
        if task is not None:
            cpu.hand_over(task, switch)
            cpu.run(task)
        elif cpu.coming:
            cpu.now = cpu.coming[0][0]
        else:
            return Schedule(tuple(jobs), tuple(cpu.runs), tuple(cpu.switching), tuple(cpu.waits))


class _Cpu:
    def __init__(self, jobs: Sequence[Job], discipline: Discipline) -> None:
        self.discipline = discipline
        self.now: float = 0
        self.last: Task | None = None
        self.runs: list[Run] = []
        self.switching: list[Slice] = []
        self.waits: list[Slice] = []
        # A task's order in the workload settles which of two comes first at one instant.
        self.coming: list[tuple[float, int, Task, Cause | None]] = [
            (job.arrival, order, Task(job, order), None) for order, job in enumerate(jobs)
        ]
        heapify(self.coming)

    def admit(self) -> None:
        """Let everybody join the ready queue whose time has come."""
        while self.coming and self.coming[0][0] <= self.now:
            _, _, task, cause = heappop(self.coming)
            self.discipline.add(task, cause)

    def hand_over(self, task: Task, switch: float) -> None:
        if switch and self.last not in {None, task}:
            self.switching.append(Slice(task.job.name, self.now, self.now + switch, "switch"))
            self.now += switch
        self.last = task

    def run(self, task: Task) -> None:
        """Run `task` to the end of its burst or slice, or until it is outranked."""
        start = self.now
        quantum = self.discipline.quantum(task)
        burst = task.rest
        stop = start + min(burst, quantum)
        outranked = False
        while self.coming and self.coming[0][0] < stop and not outranked:
            self.now = max(start, self.coming[0][0])
            task.rest = burst - (self.now - start)
            self.admit()
            outranked = self.discipline.outranks(task)
        if not outranked:
            self.now = stop
            task.rest = max(0, burst - quantum)
        self.admit()
        cause = Cause.OUTRANKED if outranked else self._step_back(task)
        if self.now > start:
            self._note(Run(task.job.name, start, self.now, cause))
        if cause in {Cause.OUTRANKED, Cause.SLICE}:
            self.discipline.add(task, cause)

    def _step_back(self, task: Task) -> Cause:
        """Why a task that was not outranked left; sends it to its device if that is why."""
        if task.rest:
            return Cause.SLICE
        if task.phase + 1 == len(task.job.bursts):
            return Cause.DONE
        back = self.now + task.job.bursts[task.phase + 1]
        self.waits.append(Slice(task.job.name, self.now, back, "io"))
        task.phase += 2
        task.rest = task.job.bursts[task.phase]
        heappush(self.coming, (back, task.order, task, Cause.IO))
        return Cause.IO

    def _note(self, run: Run) -> None:
        """Append `run`, as one with the last if the same job simply went on."""
        if self.runs and (self.runs[-1].name, self.runs[-1].end) == (run.name, run.start):
            run = Run(run.name, self.runs.pop().start, run.end, run.cause)
        self.runs.append(run)
