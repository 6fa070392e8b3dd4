"""What a process knows of itself, its parent and its children."""

from __future__ import annotations

from typing import Any

from autograder.explorer.actors import Process as Record
from autograder.explorer.doing import current, do, do_within

FIRST_KEY = b"\0" * 32
"""The main process's authentication key, until it sets another: nobody else can connect."""


class AuthenticationString(bytes):
    """A process's authentication key; it is not to be pickled."""

    def __reduce__(self) -> Any:
        raise TypeError(
            "Pickling an AuthenticationString object is disallowed for security reasons"
        )


class Sentinel(int):
    """A process's sentinel: an integer, as a real one is."""

    _shared_name: str

    def __new__(cls, record: Record) -> Sentinel:
        """The sentinel of a process."""
        made = super().__new__(cls, record.pid)
        made._shared_name = record.key
        return made


class MainProcess:
    """What ``current_process()`` is in the main process."""

    _identity = ()
    _closed = False
    daemon = False
    exitcode = None

    def __init__(self, record: Record) -> None:
        self._record = record
        self.name = record.name

    @property
    def pid(self) -> int:
        """Its pid."""
        return self._record.pid

    ident = pid

    @property
    def authkey(self) -> bytes:
        """Its authentication key, which its children inherit."""
        return AuthenticationString(self._record.extras.get("authkey", FIRST_KEY))

    @authkey.setter
    def authkey(self, key: bytes) -> None:
        self._record.extras["authkey"] = bytes(key)

    def is_alive(self) -> bool:
        """It is."""
        return True

    def __repr__(self) -> str:
        return f"<_MainProcess name={self.name!r} parent=None started>"


class ParentProcess:
    """What ``parent_process()`` is in a child."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.name = record.name
        self.pid = self.ident = record.pid

    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return not isinstance(do("process.look", self._record.key), int)

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has ended."""
        do_within(timeout, "process.join", "process.look", self._record.key)

    def __repr__(self) -> str:
        return f"<_ParentProcess name={self.name!r} parent=None unknown>"


def current_process() -> Any:
    """The Process object of the running process."""
    record = current()
    if record.object is None:
        record.object = MainProcess(record)
    return record.object


def parent_process() -> Any:
    """The Process object of the parent; None in the main process."""
    parent = current().parent
    return None if parent is None else ParentProcess(parent)


def active_children() -> list[Any]:
    """The children that have been started and have not ended."""
    found = []
    for child in current().children:
        if child.extras.get("joined"):
            continue
        if isinstance(do("process.look", child.key), int):
            child.extras["joined"] = True
        elif child.extras.get("handle") is not None:
            found.append(child.extras["handle"])
    return found
