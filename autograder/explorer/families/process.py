"""A process: started once, ends once, may be waited for and may be killed.

``value`` is ``"new"``, ``"alive"`` or, once it has ended, its exit code; ``extra`` holds the ends of
channels that it has open, each with the kind of operation that closes it. A signal is sent, which
does nothing where the process has ended, and arrives some time later (``die``), between any two
operations of the process.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import NONE, Access, Actor, Error, Kind, Primitive

_JOIN = frozenset({"process.join"})
_END = frozenset({"channel.end"})


def _start(process: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    if process.value != "new":
        return Error("AssertionError", "cannot start a process twice")
    process.value = "alive"
    return None


def _exit(process: Primitive, _actor: Actor, argument: Any) -> None:
    process.value = argument


def _has_ended(process: Primitive, _actor: Actor, _argument: Any) -> bool:
    return isinstance(process.value, int)


def _look(process: Primitive, _actor: Actor, _argument: Any) -> Any:
    return process.value


def _signal(process: Primitive, actor: Actor, argument: Any) -> bool:
    """Whether there is anything left to end."""
    return not _has_ended(process, actor, argument)


def _not_ended(process: Primitive) -> frozenset[str]:
    return NONE if isinstance(process.value, int) else _JOIN


def _ends(process: Primitive, name: str, kind: str) -> tuple[Access, ...]:
    """An ending closes what ends of channels the process still has."""
    first = Access(name, kind, _not_ended(process))
    if not process.extra:
        return (first,)
    closed = process.extra.values()
    return (first, *[Access(channel, closing, _END) for channel, closing in closed])


def _exits(process: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return _ends(process, name, "process.exit")


def _dies(process: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return _ends(process, name, "process.die")


_LOOKS = frozenset({"process.join", "process.look", "process.signal"})

KINDS = {
    "process.start": Kind(_start, commutes=frozenset({"process.signal", "process.join"})),
    "process.exit": Kind(_exit, accesses=_exits),
    "process.die": Kind(_exit, accesses=_dies),
    "process.join": Kind(_look, _has_ended, commutes=_LOOKS | {"process.start"}, changes=False),
    "process.look": Kind(_look, commutes=_LOOKS, changes=False),
    "process.signal": Kind(_signal, commutes=_LOOKS | {"process.start"}),
}
