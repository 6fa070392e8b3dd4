"""A barrier: nobody passes before all have arrived.

``value`` is ``[state, those inside]`` with a state of ``filling``, ``acting``, ``draining``,
``resetting`` or ``broken``; ``limit`` is the number of parties. While it is ``acting``, the last one in
has the barrier's action to do and the lock of CPython's implementation: nobody else gets further.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import NONE, Actor, Error, Kind, Primitive

_ENTER = frozenset({"barrier.enter"})
_PASS = frozenset({"barrier.pass"})
_ACTING = ("acts", "fails")
_BROKEN = Error("BrokenBarrierError")


def _open(barrier: Primitive, _actor: Actor, _argument: Any) -> bool:
    return barrier.value[0] not in ("acting", "draining", "resetting")


def _idle(barrier: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(barrier.value[0] != "acting")


def _enter(barrier: Primitive, _actor: Actor, argument: Any) -> Error | int:
    """The place among the parties. The last one lets all pass, unless it has an action to do first.

    An action is announced by the argument ``acts``, and by ``fails`` if it is known to fail.
    """
    state, count = barrier.value
    if state == "broken":
        return _BROKEN
    barrier.value[1] = count + 1
    if count + 1 == barrier.limit:
        barrier.value[0] = "acting" if argument in _ACTING else "draining"
    return int(count)


def _released(barrier: Primitive, _actor: Actor, _argument: Any) -> bool:
    return barrier.value[0] not in ("filling", "acting")


def _pass(barrier: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    """Go on; the last one out closes the door behind it. Still waiting means tired of waiting."""
    state = barrier.value[0]
    if state == "filling":
        state = barrier.value[0] = "broken"
    barrier.value[1] -= 1
    if barrier.value[1] == 0 and state in ("draining", "resetting"):
        barrier.value[0] = "filling"
    return None if state == "draining" else _BROKEN


def _release(barrier: Primitive, _actor: Actor, _argument: Any) -> None:
    barrier.value[0] = "draining"


def _reset(barrier: Primitive, _actor: Actor, _argument: Any) -> None:
    state, count = barrier.value
    if count == 0:
        barrier.value[0] = "filling"
    elif state in ("filling", "broken"):
        barrier.value[0] = "resetting"


def _fail(barrier: Primitive, _actor: Actor, _argument: Any) -> None:
    """The action failed."""
    barrier.value[0] = "broken"
    barrier.value[1] -= 1


def _abort(barrier: Primitive, _actor: Actor, _argument: Any) -> None:
    barrier.value[0] = "broken"


def _look(barrier: Primitive, _actor: Actor, _argument: Any) -> tuple[str, int]:
    state, count = barrier.value
    return (state, count if state in ("filling", "acting") else 0)


def _closed(barrier: Primitive) -> frozenset[str]:
    """While it fills nobody can pass, and while it empties nobody can enter."""
    return _PASS if barrier.value[0] in ("filling", "acting") else NONE


def _not_yet_open(barrier: Primitive) -> frozenset[str]:
    return _ENTER if barrier.value[0] in ("draining", "resetting") else NONE


_OUT = frozenset({"barrier.pass", "barrier.give-up"})
_IN_ANY_ORDER = _OUT | {"barrier.reset"}
_ACTED = frozenset({"barrier.release", "barrier.fail"})
_HELD_UP = _IN_ANY_ORDER | _ENTER | {"barrier.abort"}
"""What nobody can do before the action is over."""

KINDS = {
    "barrier.enter": Kind(_enter, _open, commutes=_PASS | _ACTED, spares=_closed),
    "barrier.pass": Kind(
        _pass, _released, commutes=_IN_ANY_ORDER | _ENTER | _ACTED, spares=_not_yet_open
    ),
    "barrier.give-up": Kind(_pass, _idle, commutes=_IN_ANY_ORDER | _ACTED),
    "barrier.release": Kind(_release, commutes=_HELD_UP | _ACTED),
    "barrier.fail": Kind(_fail, commutes=_HELD_UP | _ACTED),
    "barrier.reset": Kind(_reset, _idle, commutes=_IN_ANY_ORDER | _ACTED),
    "barrier.abort": Kind(_abort, _idle, commutes=_ACTED | {"barrier.abort"}),
    "barrier.look": Kind(_look, commutes=frozenset({"barrier.look"}), changes=False),
}
