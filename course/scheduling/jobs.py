"""What a scheduler is given: jobs that arrive, compute, and now and then wait for a device."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# A job as learners write it: name, arrival, then compute, I/O, compute, ... in turn.
PlainJob = tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work for one CPU.

    Args:
        name: Who it is; different for every job of a workload.
        arrival: When it first asks for the CPU, in any unit of time; 0 or more.
        bursts: How long it computes, waits for I/O, computes again, and so on: an odd number of
            durations, for a job begins and ends by computing. Each is more than 0.

    Raises:
        ValueError: if one of these does not hold.

    >>> Job("A", 0, (2, 5, 1)).burst
    3
    >>> Job("A", 0, (2, 5))
    Traceback (most recent call last):
    ...
    ValueError: A: bursts are compute, I/O, compute, ...: an odd number of them, not 2.
    """

    name: str
    arrival: float
    bursts: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse a job that no scheduler could finish."""
        if not self.arrival >= 0:
            raise ValueError(f"{self.name}: nobody arrives before time 0, not even {self.arrival}.")
        if len(self.bursts) % 2 == 0:
            raise ValueError(
                f"{self.name}: bursts are compute, I/O, compute, ...: "
                f"an odd number of them, not {len(self.bursts)}."
            )
        if not all(each > 0 for each in self.bursts):
            raise ValueError(f"{self.name}: every burst lasts longer than 0, unlike {self.bursts}.")

    @property
    def burst(self) -> float:
        """How long it computes in all."""
        return sum(self.bursts[::2])

    @property
    def io(self) -> float:
        """How long it waits for its devices in all."""
        return sum(self.bursts[1::2])


def as_jobs(jobs: Iterable[Job | PlainJob]) -> tuple[Job, ...]:
    """Jobs from what a learner writes: ``(name, arrival, burst)``, or with I/O in between.

    Args:
        jobs: Each a :class:`Job` or a tuple ``(name, arrival, compute[, io, compute]...)``.

    Raises:
        ValueError: if a job cannot be, or two have the same name.

    >>> as_jobs([("A", 0, 3), ("B", 1, 2, 9, 2)])
    (Job(name='A', arrival=0, bursts=(3,)), Job(name='B', arrival=1, bursts=(2, 9, 2)))
    >>> as_jobs([("A", 0, 3), ("A", 1, 2)])
    Traceback (most recent call last):
    ...
    ValueError: Two jobs are called A. Give each a name of its own.
    """
    made = tuple(each if isinstance(each, Job) else _job(*each) for each in jobs)
    seen: set[str] = set()
    for job in made:
        if job.name in seen:
            raise ValueError(f"Two jobs are called {job.name}. Give each a name of its own.")
        seen.add(job.name)
    return made


def _job(name: str | float, *durations: str | float) -> Job:
    if not durations or any(isinstance(each, str) for each in durations):
        raise ValueError(f"{name}: a job is (name, arrival, burst), the last two numbers.")
    arrival, *bursts = (each for each in durations if not isinstance(each, str))
    return Job(str(name), arrival, tuple(bursts))
