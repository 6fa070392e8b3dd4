"""What a queue's feeder has to send: things that are pickled when they are sent, and not before.

Until then the process that put a thing may change it, and afterwards, too; so it matters which of its
steps come before the pickling. It matters only where the thing did change: each step of the process
*looks over* the things that it put, and conflicts with the pickling of those that differ. What a step
will change shows only once it is done; so one that was put off is tried again after any pickling.
"""

from __future__ import annotations

import contextlib
import pickle
import sys
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.operations import Access
from autograder.explorer.virtual import endings

_LOST = b""
_FIXED = (int, float, complex, str, bytes, bool, type(None), type, range)
_DEEPEST = 20
_OURS = 2
"""How many references to a thing are not the program's, while they are counted."""


class Later:
    """A thing on its way through a feeder.

    Args:
        thing: The thing itself, as the process has it.
        process: Whose it is.
        feeder: The feeder's name.
    """

    __slots__ = ("_first", "_flat", "_process", "_sent", "_thing", "changeable", "feeder")

    def __init__(self, thing: Any, process: Process, feeder: str) -> None:
        self._thing = thing
        self._process = process
        self.feeder = feeder
        self._sent: bytes | None = None
        self._first: bytes | None = None
        self.changeable = _is_changeable(thing, _DEEPEST) is True
        self._flat = self.changeable and _is_flat(thing)
        if self.changeable or isinstance(thing, _FIXED):
            with contextlib.suppress(Exception):  # what cannot be pickled will be lost
                self._first = self._pickled()
        self.changeable = self.changeable and self._first is not None

    def __eq__(self, other: object) -> bool:
        """What a feeder has to send is the same in an execution that repeats itself."""
        return isinstance(other, Later) and other.feeder == self.feeder

    __hash__ = None  # type: ignore[assignment]

    def _pickled(self) -> bytes:
        if self._first is not None and not self.changeable:
            return self._first
        modules = sys.modules
        own = {"__main__": self._process.main, "__mp_main__": self._process.main}
        own |= self._process.own_modules
        before = {name: modules[name] for name in own if name in modules}
        modules.update(own)
        try:
            return pickle.dumps(self._thing)
        finally:  # the process that runs may be another one
            for name in own:
                modules.pop(name, None)
            modules.update(before)

    def __len__(self) -> int:
        try:
            return len(self._pickled())
        except Exception:  # noqa: BLE001 - it will be lost
            return 0

    def now(self) -> Pickled:
        """The message; empty if the thing cannot be pickled, and is lost."""
        try:
            message = Pickled(self._pickled())
        except Exception as error:  # noqa: BLE001 - whatever pickling raises
            message = Pickled(_LOST)
            message.lost = (error, self._thing)
            if self._process.machine.trace is not None:
                endings.write_failure(self._process, error)
        message.feeder = self.feeder
        message.changed = self._first is not None and message != self._first
        self._sent = message
        return message

    def may_change(self) -> bool:
        """Whether, once it is sent, its process could still change it: somebody refers to it."""
        return self._sent is None or not self._flat or sys.getrefcount(self._thing) > _OURS

    def looked_over(self) -> tuple[Access, ...]:
        """What a step of its process is to its pickling."""
        if self._sent is None:
            return (Access(self.feeder, "feeder.pass"),)
        return () if self._pickled() == self._sent else (Access(self.feeder, "feeder.mutated"),)

    def pickling(self) -> tuple[Access, ...]:
        """What its pickling is to the steps of its process; the last one tells what would be sent."""
        if not self.changeable:
            return ()
        message = self._pickled()
        says = Access(f"{self.feeder} {hash(message)}", "feeder.says")
        kind = "feeder.unchanged" if message == self._first else "feeder.changed"
        return (Access(self.feeder, kind), says)


class Pickled(bytes):
    """A message that knows which feeder sent it, or of what it should have been and why it is not.

    And whether the thing had ``changed`` since it was put.
    """

    changed: bool
    feeder: str
    lost: tuple[Exception, Any]


def _is_changeable(thing: Any, depth: int) -> bool | None:
    """Whether what a thing is pickled as may change; None if only its own code could say."""
    kind = type(thing)
    if kind in _FIXED or depth == 0:
        return False
    if kind in (list, set, bytearray):
        parts = list(thing) if kind is list else []
    elif kind is dict:
        parts = [*thing, *thing.values()]
    elif kind in (tuple, frozenset):
        inside = [_is_changeable(each, depth - 1) for each in thing]
        return None if None in inside else any(inside)
    elif kind.__flags__ & (1 << 9) and not _pickles_itself(kind):
        parts = list(getattr(thing, "__dict__", {}).values())
    else:
        return None
    return None if None in [_is_changeable(each, depth - 1) for each in parts] else True


def _is_flat(thing: Any) -> bool:
    """Whether nothing that is in a list or dictionary could change by itself."""
    parts = thing.values() if type(thing) is dict else thing if type(thing) is list else (thing,)
    return all(isinstance(each, _FIXED) for each in parts)


def _pickles_itself(kind: type) -> bool:
    """Whether a class has code of its own for pickling: it is not to be run just to look."""
    usual = ("__reduce_ex__", "__reduce__", "__getstate__")
    return any(getattr(kind, name) is not getattr(object, name) for name in usual) or hasattr(
        kind, "__getnewargs__"
    )
