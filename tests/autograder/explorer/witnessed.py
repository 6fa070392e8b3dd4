"""A witness and its referee in one process: what is told is kept, and may be altered on its way."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

import msgspec

from autograder.explorer.asking import Finding, Refused, Request
from autograder.explorer.conditions import Condition
from autograder.explorer.findings import finding
from autograder.explorer.killable import Lost, Message, Other
from autograder.explorer.records import Order
from autograder.explorer.refereeing import Referee
from autograder.explorer.settings import Limits, Settings
from autograder.explorer.source import Program
from autograder.explorer.witnessing import Orders, Witness

Lines = list[bytes]
PATIENT = Limits(seconds=900.0)
"""What is to be tried to the end is tried to the end, on a busy machine too."""


class NoOrders:
    """Nobody wants anything."""

    def news(self) -> Order | None:
        """Nothing."""
        return None


def statement(
    program: Program, method: str = "spawn", watched: frozenset[str] = frozenset()
) -> Lines:
    """All that an honest witness says of a program, line by line."""
    lines: Lines = []
    witness = Witness(
        program,
        Settings(method, measure=True),
        PATIENT,
        lambda message: lines.append(msgspec.json.encode(message)),
        cast(Orders, NoOrders()),
    )
    witness._judge.watched = watched
    report = witness.explored()
    lines.append(msgspec.json.encode(finding(Request(**asked(program, method)), report, program)))
    return lines


def asked(program: Program, method: str) -> dict[str, Any]:
    """The fields of a request."""
    return {
        "text": program.text,
        "filename": program.filename,
        "modules": dict(program.modules),
        "arguments": [],
        "files": dict(program.files),
        "start_method": method,
        "language": "en",
    }


class Played:
    """What a witness said, played again. Orders change nothing.

    Args:
        lines: What it said.
    """

    executions = 0

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        for line in lines:
            self._lines.put(line)

    def order(self, order: Order) -> None:
        """Nobody obeys."""

    def allow(self, seconds: float) -> None:
        """There is time enough."""

    def message(self) -> Message | Lost:
        """The next thing said."""
        if self._lines.empty():
            return "time"
        try:
            message: Message = msgspec.json.decode(self._lines.get(), type=Message)
        except msgspec.DecodeError:
            return "died"
        return message

    reply = cast(Callable[[Any], Finding | Refused | Lost], Other.reply)


def judged(
    program: Program,
    lines: Iterable[bytes],
    method: str = "spawn",
    conditions: Sequence[Condition] = (),
) -> Finding | Refused | Lost:
    """What a referee makes of what a witness said."""
    request = Request(**asked(program, method))
    return Referee(program, request, conditions, cast(Other, Played(lines))).reply()
