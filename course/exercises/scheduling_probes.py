"""What the checks of lesson 02 run beside a learner's code: it joins the pieces of a schedule.

This module knows nothing of right answers, because a subject can read all that it imports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Jobs = list[tuple[str, int, int]]
Plain = list[tuple[str, float, float]]


def is_schedule(answer: Any) -> bool:
    """Whether `answer` is a list of ``(name, start, end)``."""
    return isinstance(answer, list | tuple) and all(
        isinstance(piece, list | tuple)
        and len(piece) == 3
        and isinstance(piece[0], str)
        and all(isinstance(moment, int | float) for moment in piece[1:])
        for piece in answer
    )


def joined(schedule: Iterable[Sequence[Any]]) -> Plain:
    """A schedule in order of time, a job's pieces without a gap between them written as one.

    >>> joined([("A", 0, 2), ["A", 2, 3], ("B", 3, 4)])
    [('A', 0, 3), ('B', 3, 4)]
    """
    pieces: Plain = []
    for name, start, end in sorted(schedule, key=lambda piece: (piece[1], piece[2])):
        if pieces and pieces[-1][0] == name and pieces[-1][2] == start < end:
            pieces[-1] = (name, pieces[-1][1], end)
        else:
            pieces.append((name, start, end))
    return pieces


def _probe(name: str) -> Callable[..., Any]:
    """Calls the learner's `name`, beside their code, and joins the pieces of what it returns."""

    def probe(namespace: Mapping[str, Any], *args: Any) -> Any:
        answer = namespace[name](*args)
        return joined(answer) if is_schedule(answer) else answer

    return probe


fcfs_probe = _probe("fcfs")
sjf_probe = _probe("sjf")
rr_probe = _probe("rr")
mlfq_probe = _probe("mlfq")
