"""What the scheduling lab shows, without any widget: choices in, picture and words out.

:mod:`course.scheduling.widgets` puts sliders and buttons in front of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from autograder.messages import text
from course.gantt import Picture, show_gantt
from course.scheduling import policies
from course.scheduling.contest import Round
from course.scheduling.jobs import Job, PlainJob, as_jobs
from course.scheduling.schedule import Cause, Schedule, Times
from course.table import Table

# By the key of its name in the catalogue. Each shows one thing.
WORKLOADS: Mapping[str, Sequence[PlainJob]] = MappingProxyType(
    {
        "convoy": (("A", 0, 8), ("B", 1, 2), ("C", 2, 1), ("D", 3, 3)),
        "equal": (("A", 0, 4), ("B", 0, 4), ("C", 0, 4)),
        "stream": (("A", 0, 2), ("B", 0, 6), ("C", 2, 2), ("D", 4, 2), ("E", 6, 2), ("F", 8, 2)),
        "io": (("A", 0, 9), ("B", 0, 1, 3, 1, 3, 1)),
    }
)


@dataclass(frozen=True)
class Setting:
    """Everything that can be chosen in the lab.

    Args:
        workload: Jobs, or the key of one of :data:`WORKLOADS`.
        algorithm: A key of :data:`ALGORITHMS`.
        quantum: The time slice; used by round robin, and doubled from queue to queue by MLFQ.
        switch: What a switch costs.

    >>> setting = Setting("convoy", "sjf")
    >>> setting.schedule.mean.turnaround
    9.0
    """

    workload: str | tuple[Job, ...]
    algorithm: str
    quantum: int = 2
    switch: float = 0

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The workload's jobs."""
        if isinstance(self.workload, str):
            return as_jobs(WORKLOADS[self.workload])
        return self.workload

    @cached_property
    def schedule(self) -> Schedule:
        """What the chosen algorithm makes of the chosen workload."""
        return ALGORITHMS[self.algorithm](self)

    @property
    def uses_quantum(self) -> bool:
        """Whether the time slice makes a difference."""
        return self.algorithm in {"rr", "mlfq"}

    @property
    def title(self) -> str:
        """The algorithm's name, and its slices if it has any."""
        name = text(f"02-scheduling.algorithm.{self.algorithm}")
        if not self.uses_quantum:
            return name
        slices = [self.quantum] if self.algorithm == "rr" else doubled(self.quantum)
        listed = ", ".join(map(str, slices))
        return text("02-scheduling.lab.with-slice", name=name, slices=listed)

    @property
    def sentence(self) -> str:
        """What came of it, in one sentence."""
        mean, left = self.schedule.mean, self.schedule.left
        return text(
            "02-scheduling.lab.sentence",
            title=self.title,
            turnaround=number(mean.turnaround),
            waiting=number(mean.waiting),
            response=number(mean.response),
            switches=len(self.schedule.runs) - 1,
            io=left[Cause.IO],
            taken=left[Cause.SLICE] + left[Cause.OUTRANKED],
        )

    @property
    def picture(self) -> Picture:
        """The Gantt chart, and in words who did what when."""
        return show_gantt(self.schedule.slices, title=self.title, unit="")


def doubled(quantum: int) -> list[int]:
    """The slices of three queues, each twice as long as the one before.

    >>> doubled(2)
    [2, 4, 8]
    """
    return [quantum, 2 * quantum, 4 * quantum]


ALGORITHMS: Mapping[str, Callable[[Setting], Schedule]] = MappingProxyType(
    {
        "fcfs": lambda chosen: policies.fcfs(chosen.jobs, chosen.switch),
        "sjf": lambda chosen: policies.sjf(chosen.jobs, chosen.switch),
        "srtf": lambda chosen: policies.srtf(chosen.jobs, chosen.switch),
        "rr": lambda chosen: policies.rr(chosen.jobs, chosen.quantum, chosen.switch),
        "mlfq": lambda chosen: policies.mlfq(chosen.jobs, doubled(chosen.quantum), chosen.switch),
    }
)


def times_table(schedule: Schedule, title: str = "") -> Table:
    """The times of each job and their means.

    >>> from autograder.messages import use
    >>> use("en")
    >>> print(times_table(policies.fcfs([("A", 0, 3), ("B", 1, 2)])))
    job   turnaround time  waiting time  response time
    A                   3             0              0
    B                   4             2              2
    mean              3.5             1              1
    """
    rows = [*schedule.times.items(), (text("02-scheduling.lab.mean"), schedule.mean)]
    head = (text("02-scheduling.lab.job"), *_names_of_times())
    return Table(head, [(name, *_cells(times)) for name, times in rows], title)


def compare(
    jobs: Sequence[Job | PlainJob], algorithms: Sequence[str] = ("fcfs", "sjf", "rr", "mlfq")
) -> Table:
    """The means of several algorithms for one workload, slice 2 where there is one.

    >>> from autograder.messages import use
    >>> use("en")
    >>> compare([("A", 0, 3), ("B", 1, 2)], ["fcfs"]).rows
    [('FCFS, first come first served', 3.5, 1, 1)]
    """
    settings = [Setting(as_jobs(jobs), algorithm) for algorithm in algorithms]
    return Table(
        (text("02-scheduling.lab.algorithm"), *_names_of_times()),
        [(each.title, *_cells(each.schedule.mean)) for each in settings],
        text("02-scheduling.lab.means"),
    )


def _names_of_times() -> tuple[str, ...]:
    return tuple(
        text(f"02-scheduling.time.{each}") for each in ("turnaround", "waiting", "response")
    )


def _cells(times: Times) -> tuple[float, ...]:
    return tuple(_tidy(each) for each in (times.turnaround, times.waiting, times.response))


def _tidy(value: float) -> float:
    """Two digits after the point at most, and no point without need."""
    return int(value) if value == int(value) else round(value, 2)


def round_sentence(played: Round) -> str:
    """Where a round stands: who is ready and what each has left, or at its end the score."""
    measure = text(f"02-scheduling.time.{played.measure}")
    if played.over:
        key = "perfect" if played.mean == played.best else "over"
        return text(
            f"02-scheduling.round.{key}",
            measure=measure,
            mean=number(played.mean),
            best=number(played.best),
            score=played.score,
        )
    comma = text("gantt.comma")
    ready = comma.join(
        text("02-scheduling.round.left", name=name, left=played.left[name]) for name in played.ready
    )
    return text("02-scheduling.round.choose", now=played.now, ready=ready)


def number(value: float) -> str:
    """A time as people write it.

    >>> number(3.0), number(8 / 3)
    ('3', '2.67')
    """
    return str(_tidy(value))
