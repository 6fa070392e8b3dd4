"""You are the scheduler: choose who runs, one unit of time after the other, and be measured.

A :class:`Round` is a value: choosing gives a new one, so that taking a choice back is no more than
keeping the old one. The score compares with the best that anybody could have done, found by trying
every order (with memory of what was found before), not with a textbook's favourite.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property

from course.gantt import Slice
from course.scheduling.jobs import Job, PlainJob, as_jobs
from course.scheduling.schedule import Cause, Run, Schedule

# Beyond this much work, trying every order takes longer than a learner would wait.
MOST_WORK = 24


class Measure(StrEnum):
    """What a round is about: the mean of this time over all jobs, the smaller the better."""

    TURNAROUND = "turnaround"
    RESPONSE = "response"


class ChoiceError(ValueError):
    """Somebody was chosen who cannot run now."""


@dataclass(frozen=True)
class Round:
    """The choices made so far for a workload.

    Args:
        jobs: Without I/O, with whole numbers for times, :data:`MOST_WORK` units of work at most.
        measure: What counts.
        picks: Who ran in each unit of time in which somebody was ready.

    Raises:
        ValueError: if the workload is not of this kind.

    >>> played = Round.of([("A", 0, 2), ("B", 0, 1)], Measure.TURNAROUND)
    >>> for name in "AAB":
    ...     played = played.pick(name)
    >>> played.schedule.plain, played.mean, played.best, played.score
    ([('A', 0, 2), ('B', 2, 3)], 2.5, 2.0, 80)
    """

    jobs: tuple[Job, ...]
    measure: Measure
    picks: tuple[str, ...] = ()

    @classmethod
    def of(cls, jobs: Iterable[Job | PlainJob], measure: Measure) -> Round:
        """A new round."""
        return cls(as_jobs(jobs), measure)

    def __post_init__(self) -> None:
        """Refuse what could not be played in whole units of time."""
        for job in self.jobs:
            if job.io or job.arrival % 1 or job.burst % 1:
                raise ValueError(f"{job.name}: a round is played in whole units, without I/O.")
        if not 0 < sum(job.burst for job in self.jobs) <= MOST_WORK:
            raise ValueError(f"A round has 1 to {MOST_WORK} units of work.")

    @cached_property
    def _played(self) -> tuple[list[tuple[str, int]], dict[str, int], int]:
        """Who ran at which moment, what is left of each, and the time now."""
        left = {job.name: int(job.burst) for job in self.jobs}
        ran: list[tuple[str, int]] = []
        now = self._next_moment(0, left)
        for name in self.picks:
            ran.append((name, now))
            left[name] -= 1
            now = self._next_moment(now + 1, left)
        return ran, left, now

    def _next_moment(self, now: int, left: dict[str, int]) -> int:
        """`now`, or if nobody is ready then, the next arrival."""
        return max(now, min((int(j.arrival) for j in self.jobs if left[j.name]), default=now))

    @property
    def now(self) -> int:
        """The time at which the next choice is made."""
        return self._played[2]

    @property
    def left(self) -> dict[str, int]:
        """How much each job still has to compute."""
        return dict(self._played[1])

    @property
    def ready(self) -> list[str]:
        """Who may be chosen now, in the workload's order. Empty when the round is over."""
        left = self._played[1]
        return [job.name for job in self.jobs if left[job.name] and job.arrival <= self.now]

    @property
    def over(self) -> bool:
        """Whether every job has ended."""
        return not any(self._played[1].values())

    def pick(self, name: str) -> Round:
        """Let `name` run for one unit of time.

        Raises:
            ChoiceError: if that job has not arrived or has ended; the message names who is ready.
        """
        if name not in self.ready:
            raise ChoiceError(f"{name} cannot run at {self.now}. Ready: {', '.join(self.ready)}.")
        return replace(self, picks=(*self.picks, name))

    def undo(self) -> Round:
        """Take the last choice back; at the beginning there is none, and nothing changes."""
        return replace(self, picks=self.picks[:-1])

    @property
    def schedule(self) -> Schedule:
        """What was chosen so far. Its times are defined once the round is over."""
        runs: list[Run] = []
        for name, start in self._played[0]:
            if runs and (runs[-1].name, runs[-1].end) == (name, start):
                runs[-1] = replace(runs[-1], end=start + 1)
            else:
                runs.append(Run(name, start, start + 1, Cause.OUTRANKED))
        last = {run.name: index for index, run in enumerate(runs)}
        for name, index in last.items():
            if not self._played[1][name]:
                runs[index] = replace(runs[index], cause=Cause.DONE)
        return Schedule(self.jobs, tuple(runs))

    @property
    def slices(self) -> list[Slice]:
        """What happened so far, for a picture; who is waiting now waits up to now."""
        drawn = self.schedule.slices
        for job in self.jobs:
            since = max((each.end for each in drawn if each.who == job.name), default=job.arrival)
            if self.left[job.name] and since < self.now:
                drawn.append(Slice(job.name, since, self.now, "wait"))
        order = [job.name for job in self.jobs]
        return sorted(drawn, key=lambda each: order.index(each.who))

    @property
    def mean(self) -> float:
        """The mean of the measured time.

        Raises:
            ValueError: if the round is not over.
        """
        if not self.over:
            raise ValueError("The round is not over. Choose until every job has ended.")
        return float(getattr(self.schedule.mean, self.measure))

    @cached_property
    def best(self) -> float:
        """The smallest mean that any sequence of choices can reach."""
        return best_mean(self.jobs, self.measure)

    @property
    def score(self) -> int:
        """From 0 to 100: the best possible as a percentage of what was reached.

        A mean of 0, possible for the response time, is as good as it gets: 100.
        """
        return 100 if self.mean == self.best else int(100 * self.best / self.mean)


def best_mean(jobs: tuple[Job, ...], measure: Measure) -> float:
    """The smallest mean of `measure` over all schedules that may interrupt at whole units.

    A schedule that idles while somebody is ready is never better, so none is tried. What matters at
    a moment is how much is left of each job; the rest of the past is forgotten (dynamic
    programming: R. Bellman, 1957).

    Args:
        jobs: As :class:`Round` takes them.
        measure: Which mean.

    >>> best_mean(as_jobs([("A", 0, 3), ("B", 0, 1), ("C", 1, 1)]), Measure.RESPONSE)
    0.6666666666666666
    """
    arrivals = [int(job.arrival) for job in jobs]
    bursts = tuple(int(job.burst) for job in jobs)

    @cache
    def cost(now: int, left: tuple[int, ...]) -> int:
        """The sum of the measured times, less the arrivals, of what is yet to happen."""
        if not any(left):
            return 0
        now = max(now, min(at for at, rest in zip(arrivals, left, strict=True) if rest))
        return min(
            paid(index, now, left) + cost(now + 1, (*left[:index], rest - 1, *left[index + 1 :]))
            for index, rest in enumerate(left)
            if rest and arrivals[index] <= now
        )

    def paid(index: int, now: int, left: tuple[int, ...]) -> int:
        """What one unit for this job at this moment settles for good."""
        if measure is Measure.RESPONSE:
            return now - arrivals[index] if left[index] == bursts[index] else 0
        return now + 1 - arrivals[index] if left[index] == 1 else 0

    return cost(0, bursts) / len(jobs)
