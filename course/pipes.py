"""The stage of lesson 12: which process has which end of a pipe open.

A pipe comes to its end when the last copy of the sending end is closed, and a copy is easily
forgotten: every child may have one. The operating system knows them all; on Linux it tells, and
:class:`Ends` asks it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.messages import text

if TYPE_CHECKING:
    from course.table import Table

_PROC = Path("/proc")
_MODE = os.O_RDONLY | os.O_WRONLY | os.O_RDWR


class Ends:
    """The ends of a pipe, known again wherever a copy of one is open.

    Args:
        ends: The connections, each under the name that the story gives it; open here and now.

    Example::

        left, right = Pipe()
        ends = Ends(left=left, right=right)
        ends.show({"main": os.getpid(), "c1": c1.pid})
    """

    def __init__(self, **ends: Connection) -> None:
        self._marks = {name: _mark(os.getpid(), end.fileno()) for name, end in ends.items()}

    def open_in(self, pid: int) -> dict[str, bool] | None:
        """Which ends process `pid` has open; None where the system does not tell.

        >>> from multiprocessing import Pipe
        >>> left, right = Pipe()
        >>> ends = Ends(left=left, right=right)
        >>> right.close()
        >>> ends.open_in(os.getpid()) in ({"left": True, "right": False}, None)
        True
        """
        if None in self._marks.values():
            return None
        found = {_mark(pid, int(each.name)) for each in _files(pid)}
        return {name: mark in found for name, mark in self._marks.items()}

    def show(self, processes: Mapping[str, int | None]) -> Table:
        """Who has which end open now, as a table: a row for each process, by its name and pid."""
        import course.exercises  # noqa: F401, PLC0415 - brings the course's texts; children need none
        from course.table import Table  # noqa: PLC0415 - children never show a table

        rows = []
        for who, pid in processes.items():
            seen = self.open_in(pid or os.getpid()) or dict.fromkeys(self._marks)
            rows.append((who, *(text(f"12-pipe.ends.{_WORDS[each]}") for each in seen.values())))
        return Table([text("12-pipe.ends.who"), *self._marks], rows)


_WORDS = {True: "open", False: "closed", None: "unknown"}


def _files(pid: int) -> list[Path]:
    """What a process has open; nothing if it has ended."""
    try:
        return list((_PROC / str(pid) / "fd").iterdir())
    except OSError:
        return []


def _mark(pid: int, number: int) -> tuple[str, int] | None:
    """What all copies of one end have in common; None if the system does not tell.

    A pair of sockets are two things; the two ends of a one-way pipe are one, opened in two ways.
    """
    try:
        what = os.readlink(_PROC / str(pid) / "fd" / str(number))
        facts = (_PROC / str(pid) / "fdinfo" / str(number)).read_text("ascii")
    except OSError:
        return None
    flags = next(line.split()[1] for line in facts.splitlines() if line.startswith("flags:"))
    return what, int(flags, 8) & _MODE
