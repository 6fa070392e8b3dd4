"""The answer key of lesson 02's times: turnaround, waiting and response, and the usual wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from autograder.answer_key import AnswerKey
from course.exercises.scheduling_probes import Jobs, Plain

Times = dict[str, tuple[float, float, float]]


def times(jobs: Jobs, schedule: Plain) -> Times:
    """Turnaround, waiting and response time of each job: the right answer.

    >>> times([("A", 0, 3), ("B", 1, 2)], [("A", 0, 3), ("B", 3, 5)])
    {'A': (3, 0, 0), 'B': (4, 2, 2)}
    """
    return _times(
        jobs, schedule, lambda at, burst, first, last: (last - at, last - at - burst, first - at)
    )


def _times(
    jobs: Jobs,
    schedule: Plain,
    rule: Callable[[float, float, float, float], tuple[float, float, float]],
) -> Times:
    """Apply `rule` to each job's arrival, burst, first start and last end."""
    return {
        name: rule(
            at,
            burst,
            min(start for who, start, _ in schedule if who == name),
            max(end for who, _, end in schedule if who == name),
        )
        for name, at, burst in jobs
    }


def _from_last_run(jobs: Jobs, schedule: Plain) -> Times:
    """Response up to the last run instead of the first: the dictionary was overwritten."""
    start = {who: begin for who, begin, _ in schedule}
    return {
        name: (turnaround, waiting, start[name] - at)
        for (name, at, _), (turnaround, waiting, _) in zip(
            jobs, times(jobs, schedule).values(), strict=True
        )
    }


def _to_first_run(jobs: Jobs, schedule: Plain) -> Times:
    """A job taken for done at the end of its first run."""
    first: dict[str, tuple[str, float, float]] = {}
    for run in schedule:
        first.setdefault(run[0], run)
    return times(jobs, list(first.values()))


_MISTAKES: Mapping[str, Callable[..., object]] = {
    "turnaround-from-zero": lambda jobs, schedule: _times(
        jobs, schedule, lambda at, burst, first, last: (last, last - burst, first - at)
    ),
    "waiting-from-zero": lambda jobs, schedule: _times(
        jobs, schedule, lambda at, burst, first, last: (last - at, last - burst, first - at)
    ),
    "response-from-zero": lambda jobs, schedule: _times(
        jobs, schedule, lambda at, burst, first, last: (last - at, last - at - burst, first)
    ),
    "nothing-from-arrival": lambda jobs, schedule: _times(
        jobs, schedule, lambda _at, burst, first, last: (last, last - burst, first)
    ),
    "waiting-before-first-run": lambda jobs, schedule: _times(
        jobs, schedule, lambda at, _burst, first, last: (last - at, first - at, first - at)
    ),
    "waiting-is-turnaround": lambda jobs, schedule: _times(
        jobs, schedule, lambda at, _burst, first, last: (last - at, last - at, first - at)
    ),
    "response-to-last-run": _from_last_run,
    "ends-with-first-run": _to_first_run,
}

TIMES = AnswerKey(times, _MISTAKES)
