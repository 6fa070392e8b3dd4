"""One look at some processes: what they are called, what they do, and what they have used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import psutil

import course.exercises  # noqa: F401 - brings the course's texts into the catalogue
from autograder.messages import text
from course.live.states import State, told
from course.table import Table


class HasPid(Protocol):
    """Whatever knows its pid: Process of multiprocessing, Popen, Process of psutil."""

    @property
    def pid(self) -> int | None:
        """The process's number; None if it was never started."""


Processes = Iterable[int | HasPid] | Mapping[str, int | HasPid]
Column = Literal["name", "pid", "state", "status", "cpu", "memory"]
COLUMNS: tuple[Column, ...] = ("name", "pid", "state", "status", "cpu", "memory")


@dataclass(frozen=True, slots=True)
class Row:
    """What was seen of one process.

    Args:
        name: What the reader calls it.
        pid: Its number.
        state: Its state in the lessons' words.
        status: The operating system's own word for that; empty once it is gone.
        cpu_seconds: For how long it has held a CPU; None if the system does not tell.
        memory_mib: How much memory it has in use now, in MiB; None as above.
    """

    name: str
    pid: int
    state: State
    status: str = ""
    cpu_seconds: float | None = None
    memory_mib: float | None = None


def find(processes: Processes) -> dict[str, psutil.Process | int]:
    """Each process under the name the reader calls it by; its bare pid if it is gone already.

    Args:
        processes: Pids or things that have one, or a mapping of names to them.

    Raises:
        ValueError: if one of them was never started.
    """
    if isinstance(processes, Mapping):
        named = list(processes.items())
    else:
        named = [(_name(each), each) for each in processes]
    found: dict[str, psutil.Process | int] = {}
    for name, each in named:
        pid = each if isinstance(each, int) else each.pid
        if pid is None:
            raise ValueError(f"{name} has no pid yet. Call its start() first.")
        unique = name if name not in found else f"{name} {pid}"
        try:
            found[unique] = psutil.Process(pid)
        except psutil.NoSuchProcess:
            found[unique] = pid
    return found


def look(processes: Processes) -> tuple[Row, ...]:
    """What can be seen of `processes` at this moment."""
    return tuple(see(name, process) for name, process in find(processes).items())


def see(name: str, process: psutil.Process | int) -> Row:
    """What can be seen of one process, called `name`, at this moment."""
    if isinstance(process, int):
        return Row(name, process, "gone")
    try:
        state, status = told(process)
    except psutil.NoSuchProcess:
        return Row(name, process.pid, "gone")
    if state == "gone":
        return Row(name, process.pid, "gone")
    try:
        with process.oneshot():
            times, memory = process.cpu_times(), process.memory_info()
    except psutil.Error:  # it ended this moment, or the system keeps others' figures to itself
        return Row(name, process.pid, state, status)
    return Row(name, process.pid, state, status, times.user + times.system, memory.rss / 2**20)


def process_table(processes: Processes, *, columns: Sequence[Column] = COLUMNS) -> Table:
    """A table of `processes` as they are at this moment.

    Args:
        processes: Pids or things that have one, or a mapping of names to them.
        columns: Which of :data:`COLUMNS` to show, in which order.

    >>> import os
    >>> table = process_table({"me": os.getpid()}, columns=("name", "pid"))
    >>> table.rows == [("me", os.getpid())]
    True
    """
    return as_table(look(processes), columns=columns)


def as_table(
    rows: Iterable[Row], caption: str = "", *, columns: Sequence[Column] = COLUMNS
) -> Table:
    """The rows as a table in the reader's language."""
    return Table(
        [text(f"live.table.{name}") for name in columns],
        [tuple(_cell(row, name) for name in columns) for row in rows],
        caption,
    )


def _cell(row: Row, column: Column) -> object:
    match column:
        case "name":
            return row.name
        case "pid":
            return row.pid
        case "state":
            return text(f"live.states.{row.state}")
        case "status":
            return row.status or "–"
        case "cpu":
            return _number(row.cpu_seconds, 2)
        case "memory":
            return _number(row.memory_mib, 0)


def _name(process: int | HasPid) -> str:
    """What multiprocessing calls it, else ``pid <number>``."""
    name = getattr(process, "name", None)
    if isinstance(name, str):
        return name
    return f"pid {process if isinstance(process, int) else process.pid}"


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
