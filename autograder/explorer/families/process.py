"""A process: started once, ends once, may be waited for and may be killed.

``value`` is ``"new"``, ``"alive"`` or, once it has ended, its exit code. A signal is sent (which
nobody can see) and arrives some time later (``die``), between any two operations of the process.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import NONE, Actor, Error, Kind, Primitive

_JOIN = frozenset({"process.join"})


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


def _signal(_process: Primitive, _actor: Actor, _argument: Any) -> None:
    return None


def _not_ended(process: Primitive) -> frozenset[str]:
    return NONE if isinstance(process.value, int) else _JOIN


_LOOKS = frozenset({"process.join", "process.look", "process.signal"})

KINDS = {
    "process.start": Kind(_start, commutes=frozenset({"process.signal"}), spares=_not_ended),
    "process.exit": Kind(_exit, commutes=frozenset({"process.signal"}), spares=_not_ended),
    "process.die": Kind(_exit, commutes=frozenset({"process.signal"}), spares=_not_ended),
    "process.join": Kind(_look, _has_ended, commutes=_LOOKS, changes=False),
    "process.look": Kind(_look, commutes=_LOOKS, changes=False),
    "process.signal": Kind(
        _signal, commutes=_LOOKS | {"process.start", "process.exit", "process.die"}
    ),
}
