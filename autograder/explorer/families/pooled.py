"""What there is to a pool besides the tasks that wait, and what answers there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Self

from autograder.explorer.operations import Actor, Primitive


class Failed(tuple[bool, Any]):
    """The answer of a task that failed.

    One is as good as another: their texts may hold addresses, which differ by execution.

    Args:
        error: What it failed with.
    """

    __slots__ = ()

    def __new__(cls, error: Any) -> Self:  # noqa: D102 - the class says it
        return super().__new__(cls, (False, error))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Failed)

    def __ne__(self, other: object) -> bool:
        return not isinstance(other, Failed)

    __hash__ = None  # type: ignore[assignment]


@dataclass(slots=True)
class Pooled:
    """What else there is to a pool.

    Args:
        owner: The process whose pool it is, as a shared thing, and that thing's name.
        alike: Whether no worker can be told from another, whatever it has done so far.
    """

    owner: Primitive
    owner_name: str
    alike: bool
    idle: list[Actor] = field(default_factory=list)
    """The workers that wait and cannot be told apart, in the order in which they may take a task."""
    known: set[Actor] = field(default_factory=set)
    """The workers that may differ from all others."""
    jobs: dict[str, Primitive] = field(default_factory=dict)
    finished: int = 0
    """How many tasks were finished."""
    left: int = 0
    """How many jobs are not done."""
    ending: str = ""
    """``"joined"`` when workers are to leave, ``"stopped"`` when they are ended."""
    there: int = 0
    """How many workers have not left, and results have not been handed on."""
    busy: set[Actor] = field(default_factory=set)
    """The workers that have taken a task and not finished it."""
    doomed: set[Actor] = field(default_factory=set)
    """The workers that a signal is on its way to."""
    posted: list[Any] = field(default_factory=list)
    """Results on their way to the thread that runs callbacks."""
    received: int = 0
    keeper: Any = None
    """The pool as its own process has it; told when a worker has ended."""


def deliver(job: Primitive, part: int, answer: Any) -> bool:
    """Let a part of a job have its answer; whether the job is now done."""
    job.value.setdefault(part, answer)
    if job.owner is None and not answer[0]:
        job.owner = part
    return len(job.value) == job.limit


CANCELLED = Failed("cancelled")
"""The answer of a job that was taken back."""
TAKEN_BACK = -1
"""The ``owner`` of such a job: none of its parts has failed."""
