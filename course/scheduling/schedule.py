"""What a scheduler decided, and the three times by which its users judge it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from course.gantt import Slice
from course.scheduling.jobs import Job


class Cause(StrEnum):
    """Why a job left the CPU."""

    DONE = "done"
    IO = "io"  # it began to wait for a device: it gave the CPU up
    SLICE = "slice"  # its time slice was used up: the CPU was taken from it
    OUTRANKED = "outranked"  # somebody with a better claim arrived: taken from it, too


@dataclass(frozen=True, slots=True)
class Run:
    """One job on the CPU without a break, and why it left."""

    name: str
    start: float
    end: float
    cause: Cause


@dataclass(frozen=True, slots=True)
class Times:
    """How one job fared, in the workload's unit of time.

    Args:
        waiting: How long it was ready but not computing; being switched to counts as waiting.
        turnaround: From its arrival to its end.
        response: From its arrival to the first moment at which it computed.
    """

    waiting: float
    turnaround: float
    response: float


@dataclass(frozen=True, slots=True)
class Schedule:
    """Who had the CPU when.

    Args:
        jobs: The workload, in the order given.
        runs: What the CPU computed, in order of time. Never two runs of the same job in a row
            without a gap: those are one run.
        switching: When the CPU was being handed over, and to whom.
        waits: When a job waited for a device.

    Source of the three times: A. Silberschatz, P. B. Galvin, G. Gagne, "Operating System Concepts",
    chapter "CPU Scheduling".
    """

    jobs: tuple[Job, ...]
    runs: tuple[Run, ...]
    switching: tuple[Slice, ...] = ()
    waits: tuple[Slice, ...] = ()

    @property
    def plain(self) -> list[tuple[str, float, float]]:
        """The runs as ``(name, start, end)``, the form in which the exercises speak."""
        return [(run.name, run.start, run.end) for run in self.runs]

    @property
    def end(self) -> float:
        """When the last job ended; 0 if there was none."""
        return max((run.end for run in self.runs), default=0)

    @property
    def times(self) -> Mapping[str, Times]:
        """The three times of every job, by name, in the order of the workload."""
        first: dict[str, float] = {}
        last: dict[str, float] = {}
        for run in self.runs:
            first.setdefault(run.name, run.start)
            last[run.name] = run.end
        return {
            job.name: Times(
                waiting=last[job.name] - job.arrival - job.burst - job.io,
                turnaround=last[job.name] - job.arrival,
                response=first[job.name] - job.arrival,
            )
            for job in self.jobs
        }

    @property
    def mean(self) -> Times:
        """The mean of each time over all jobs.

        Raises:
            ValueError: if there is no job.
        """
        if not self.jobs:
            raise ValueError("There is no job, so there is no mean. Give at least one job.")
        times = self.times.values()
        return Times(
            waiting=fmean(each.waiting for each in times),
            turnaround=fmean(each.turnaround for each in times),
            response=fmean(each.response for each in times),
        )

    @property
    def left(self) -> Counter[Cause]:
        """How often a job left the CPU, by cause; a job that went on at once did not leave."""
        return Counter(run.cause for run in self.runs)

    @property
    def slices(self) -> list[Slice]:
        """Everything that happened, for :func:`course.gantt.draw_gantt`, job by job.

        Where a job neither ran nor waited for a device nor was switched to, it waited for the CPU.
        """
        busy: dict[str, list[Slice]] = {job.name: [] for job in self.jobs}
        for run in self.runs:
            busy[run.name].append(Slice(run.name, run.start, run.end))
        for each in (*self.switching, *self.waits):
            busy[each.who].append(each)
        drawn: list[Slice] = []
        for job in self.jobs:
            now = job.arrival
            for each in sorted(busy[job.name], key=lambda each: each.start):
                if each.start > now:
                    drawn.append(Slice(job.name, now, each.start, "wait"))
                drawn.append(each)
                now = each.end
        return drawn
