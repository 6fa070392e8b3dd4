"""A barrier: nobody passes before all have arrived.

``value`` is ``[state, those inside]`` with a state of ``filling``, ``draining``, ``resetting`` or
``broken``, as in CPython's implementation; ``limit`` is the number of parties.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import NONE, Actor, Error, Kind, Primitive

_ENTER = frozenset({"barrier.enter"})
_PASS = frozenset({"barrier.pass"})
_BROKEN = Error("BrokenBarrierError")


def _open(barrier: Primitive, _actor: Actor, _argument: Any) -> bool:
    return barrier.value[0] not in ("draining", "resetting")


def _enter(barrier: Primitive, _actor: Actor, argument: Any) -> Error | int:
    """The place among the parties. The last one lets all pass, unless it has an action to do first."""
    state, count = barrier.value
    if state == "broken":
        return _BROKEN
    barrier.value[1] = count + 1
    if count + 1 == barrier.limit and not argument:
        barrier.value[0] = "draining"
    return int(count)


def _released(barrier: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(barrier.value[0] != "filling")


def _pass(barrier: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    """Go on; the last one out closes the door behind it. Still waiting means tired of waiting."""
    state = barrier.value[0]
    if state == "filling":
        state = barrier.value[0] = "broken"
    barrier.value[1] -= 1
    if barrier.value[1] == 0 and state in ("draining", "resetting"):
        barrier.value[0] = "filling"
    return None if state == "draining" else _BROKEN


def _leave(barrier: Primitive, _actor: Actor, _argument: Any) -> None:
    """Go away without having passed."""
    barrier.value[1] -= 1


def _release(barrier: Primitive, _actor: Actor, _argument: Any) -> None:
    barrier.value[0] = "draining"


def _reset(barrier: Primitive, _actor: Actor, _argument: Any) -> None:
    state, count = barrier.value
    if count == 0:
        barrier.value[0] = "filling"
    elif state in ("filling", "broken"):
        barrier.value[0] = "resetting"


def _abort(barrier: Primitive, _actor: Actor, _argument: Any) -> None:
    barrier.value[0] = "broken"


def _look(barrier: Primitive, _actor: Actor, _argument: Any) -> tuple[str, int]:
    state, count = barrier.value
    return (state, count if state == "filling" else 0)


def _closed(barrier: Primitive) -> frozenset[str]:
    """While it fills nobody can pass, and while it empties nobody can enter."""
    return _PASS if barrier.value[0] == "filling" else NONE


def _not_yet_open(barrier: Primitive) -> frozenset[str]:
    return _ENTER if barrier.value[0] in ("draining", "resetting") else NONE


_OUT = frozenset({"barrier.pass", "barrier.give-up"})
_IN_ANY_ORDER = _OUT | {"barrier.reset"}

KINDS = {
    "barrier.enter": Kind(_enter, _open, commutes=_PASS, spares=_closed),
    "barrier.pass": Kind(_pass, _released, commutes=_IN_ANY_ORDER | _ENTER, spares=_not_yet_open),
    "barrier.give-up": Kind(_pass, commutes=_IN_ANY_ORDER),
    "barrier.leave": Kind(
        _leave, commutes=frozenset({"barrier.leave", "barrier.abort", "barrier.release"})
    ),
    "barrier.release": Kind(
        _release, commutes=frozenset({"barrier.release", "barrier.leave"}), spares=_closed
    ),
    "barrier.reset": Kind(_reset, commutes=_IN_ANY_ORDER),
    "barrier.abort": Kind(_abort, commutes=frozenset({"barrier.abort", "barrier.leave"})),
    "barrier.look": Kind(_look, commutes=frozenset({"barrier.look"}), changes=False),
}
