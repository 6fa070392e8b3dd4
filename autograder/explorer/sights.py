"""What can be seen of an execution, by those who judge it.

A judge looks at a running :class:`~autograder.explorer.machine.Machine` or at the record of one, and
sees the same of either: shared things, what was printed, and how it ended.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from autograder.explorer.executions import Execution

if TYPE_CHECKING:
    from autograder.explorer.machine import Machine

Printed = tuple[str, str, str, int]
"""A process's name, the stream it wrote to, the text, and at which step."""


class Opaque:
    """A value that is no plain data, and so could not be told: no rule can be judged on it."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Opaque)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "something that is no plain data"


class UntoldError(Exception):
    """A rule looks at what could not be told; the argument: its name in the world."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong: its kind, as in :class:`~autograder.explorer.reports.Report`, and details."""

    kind: str
    detail: str = ""


class End(msgspec.Struct, frozen=True, omit_defaults=True):
    """How an execution ended, besides what its operations say of it.

    Args:
        failed: The kind and the name of the first uncaught exception; None if there was none.
        too_long: Whether it was given up before its end.
        parked: Whether somebody asks the same thing over and over.
        processes: How many processes there were.
        notes: Why what is explored may not be all.
        doubts: The same, where it matters only if all went well.
    """

    failed: tuple[str, str] | None = None
    too_long: bool = False
    parked: bool = False
    processes: int = 1
    notes: list[str] = []
    doubts: list[str] = []


class Visible(Execution, Protocol):
    """An execution that can be judged."""

    @property
    def laid(self) -> Mapping[str, Any]:
        """What lay on the disk at its start: by path, contents as bytes."""

    def named(self, name: str) -> str | None:
        """The name in the world of what the main module calls `name`; None if that is nothing shared.

        Raises:
            LookupError: if the main module has nothing of that name.
        """

    def printed(self) -> list[Printed]:
        """What was written so far, process by process."""

    def ending(self) -> End:
        """How it has ended, if it has."""


def failed(machine: Machine) -> Failure | None:
    """The first uncaught exception of an execution."""
    if not machine.failures:
        return None
    error = machine.failures[0].failure
    kind = "assertion" if isinstance(error, AssertionError) else "exception"
    return Failure(kind, type(error).__name__)


def end_of(machine: Machine) -> End:
    """How an execution has ended."""
    failure = failed(machine)
    processes = machine.processes
    doubts = {"random" for each in processes if each.draws}
    doubts |= {"clock" for each in processes if each.extras.get("looked")}
    return End(
        None if failure is None else (failure.kind, failure.detail),
        machine.too_long,
        bool(machine.waiting.parked),
        len(processes),
        sorted(machine.notes),
        sorted(doubts),
    )
