"""Runs a submission's test cells, in a process of its own, and says what they printed or raised.

The learner's cells come as text and stay text: whatever is run of them is run by a subject, below
:func:`autograder.checking.check`. One JSON object comes in, one goes out.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import traceback
from pathlib import Path
from typing import Any

import msgspec

from autograder import at_hand, messages, walls
from autograder.cells import Cell, definitions
from autograder.display import Picture, kept
from autograder.exercise import Exercise, find
from autograder.explorer import rooms
from autograder.notebook import given
from autograder.walls import Kind

NO_WALLS = 3
"""The exit status when walls are required and cannot stand."""
_CHECK = re.compile(r"""\bcheck\(\s*["']([^"']+)["']""")


class GradedCell(msgspec.Struct, frozen=True):
    """A test cell: its text, and how many of the notebook's cells stand above it."""

    source: str
    above: int


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A submission, as far as a referee needs it, and what is to be between it and the machine."""

    language: str
    cells: list[tuple[str, str]]
    tests: list[GradedCell]
    walls: walls.Wish = walls.Wish.NONE
    secret: list[str] = []
    """Folders that no subject may see, wherever they are."""
    by: Kind | None = None
    """What puts the walls up, if that has been found out."""


class Result(msgspec.Struct, frozen=True):
    """What a test cell did: what it printed and showed and, if it failed, the lines that say why."""

    printed: str
    error: str = ""
    message: str = ""
    lines: list[str] = []
    pictures: list[Picture] = []


def judge(case: Case) -> list[Result]:
    r"""Run every test cell of `case`, in order.

    >>> judge(Case("en", [], [GradedCell("print(6 * 7)", 0)]))[0].printed
    '42\n'
    """
    messages.use(case.language)
    walls.use(case.walls, [Path(each) for each in case.secret], case.by)
    walls.demand()
    cells = [Cell(label, source) for label, source in case.cells]
    results = []
    with rooms.at_hand(), at_hand.ahead():
        coming = iter(case.tests)
        _begin(next(coming, None), cells)
        for test in case.tests:
            _begin(next(coming, None), cells)
            results.append(_run(test.source, cells[: test.above]))
    return results


def _begin(test: GradedCell | None, cells: list[Cell]) -> None:
    """Start the process that a test will ask first. What is wrong with it, the test itself will say."""
    if test is None:
        return
    with contextlib.suppress(Exception):
        first = _CHECK.search(test.source)
        task = find(first[1]) if first else None
        if isinstance(task, Exercise):
            at_hand.begin(task, definitions(cells[: test.above]))
        elif task is not None:
            rooms.begin()


def _run(source: str, cells: list[Cell]) -> Result:
    printed = io.StringIO()
    with given(cells), kept() as pictures, at_hand.at_hand():
        try:
            with contextlib.redirect_stdout(printed):
                # A test cell is the instructor's: it comes from the gradebook, not the submission.
                exec(compile(source, "test cell", "exec"), _namespace())  # noqa: S102
        except Exception as error:  # noqa: BLE001 - a failing test cell is a result
            name, lines = type(error).__name__, _lines(error)
            return Result(printed.getvalue(), name, str(error), lines, pictures)
    return Result(printed.getvalue(), pictures=pictures)


def _namespace() -> dict[str, Any]:
    """What test cells may take for granted: the lesson's first cells import these."""
    from autograder import check, hint  # noqa: PLC0415 - the names a test cell uses

    return {"__name__": "__main__", "check": check, "hint": hint}


def _lines(error: Exception) -> list[str]:
    render = getattr(error, "_render_traceback_", None)
    if render is not None:
        return [str(line) for line in render()]
    return "".join(traceback.format_exception(error)).splitlines()


def main() -> None:
    """Read a case from standard input, write its results to standard output."""
    case = msgspec.json.decode(sys.stdin.buffer.read(), type=Case)
    try:
        results = judge(case)
    except walls.WallsMissingError:
        sys.exit(NO_WALLS)
    sys.stdout.write(json.dumps(msgspec.to_builtins(results)))


if __name__ == "__main__":
    main()
