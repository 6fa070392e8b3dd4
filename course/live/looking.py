"""One look at some processes: what they are called, what they do, and what they have used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import psutil

import course.exercises  # noqa: F401 - brings the course's texts into the catalogue
from autograder.messages import text
from course.live.states import State, state_of, status_of
from course.table import Table


class HasPid(Protocol):
    """Whatever knows its pid: Process of multiprocessing, Popen, Process of psutil."""

    @property
    def pid(self) -> int | None:
        """The process's number; None if it was never started."""


Processes = Iterable[int | HasPid] | Mapping[str, int | HasPid]


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
        state, status = state_of(process), status_of(process)
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


def process_table(processes: Processes) -> Table:
    """A table of `processes` as they are at this moment.

    Args:
        processes: Pids or things that have one, or a mapping of names to them.

    >>> import os
    >>> table = process_table({"me": os.getpid()})
    >>> table.rows[0][:2] == ("me", os.getpid())
    True
    """
    return as_table(look(processes))


def as_table(rows: Iterable[Row], caption: str = "") -> Table:
    """The rows as a table in the reader's language."""
    names = ("name", "pid", "state", "status", "cpu", "memory")
    return Table(
        [text(f"live.table.{name}") for name in names],
        [
            (
                row.name,
                row.pid,
                text(f"live.states.{row.state}"),
                row.status or "–",
                _number(row.cpu_seconds, 2),
                _number(row.memory_mib, 0),
            )
            for row in rows
        ],
        caption,
    )


def _name(process: int | HasPid) -> str:
    """What multiprocessing calls it, else ``pid <number>``."""
    name = getattr(process, "name", None)
    if isinstance(name, str):
        return name
    return f"pid {process if isinstance(process, int) else process.pid}"


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
