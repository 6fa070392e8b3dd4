"""An event: a flag, and those who sleep until it is set.

``wait`` on a flag that is not set is two operations: falling asleep, and waking after a ``set``. In
between, the flag may have been cleared again; the sleeper wakes all the same, and sees so. Whoever
sets waits until every sleeper has woken, as CPython's implementation does: a sleeper that was
terminated keeps it waiting for ever.

``value`` is ``[set?, sleepers, those called but not yet awake]``.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.families.local import nothing
from autograder.explorer.operations import NONE, Actor, Kind, Primitive

_WAKE = frozenset({"event.wake"})


def _is_set(event: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(event.value[0])


def _wait(event: Primitive, actor: Actor, _argument: Any) -> bool:
    """True if it is set; else the actor is now asleep."""
    if event.value[0]:
        return True
    event.value[1].add(actor)
    return False


def _called(event: Primitive, actor: Actor, _argument: Any) -> bool:
    return actor in event.value[2]


def _wake(event: Primitive, actor: Actor, _argument: Any) -> bool:
    """Wake, called or, where there is a timeout, tired of waiting."""
    if actor in event.value[2]:
        event.value[2].remove(actor)
    else:
        event.value[1].remove(actor)
    return bool(event.value[0])


def _set(event: Primitive, _actor: Actor, _argument: Any) -> bool:
    """Whether there is somebody to wait for."""
    event.value[0] = True
    event.value[2] |= event.value[1]
    event.value[1] = set()
    return bool(event.value[2])


def _all_awake(event: Primitive, _actor: Actor, _argument: Any) -> bool:
    return not event.value[2]


def _clear(event: Primitive, _actor: Actor, _argument: Any) -> None:
    event.value[0] = False


def _nobody_was_called(event: Primitive) -> frozenset[str]:
    return NONE if event.value[2] else _WAKE


_LOOKS = frozenset({"event.is-set", "event.wait", "event.wake", "event.give-up", "event.awake"})
_CHANGES = frozenset({"event.set", "event.clear"})

KINDS = {
    "event.is-set": Kind(_is_set, commutes=_LOOKS, changes=False),
    "event.wait": Kind(_wait, commutes=_LOOKS),
    "event.wake": Kind(_wake, _called, commutes=_LOOKS),
    "event.give-up": Kind(_wake, commutes=_LOOKS),
    "event.set": Kind(_set, commutes=frozenset({"event.awake"}), spares=_nobody_was_called),
    "event.awake": Kind(nothing, _all_awake, commutes=_LOOKS | _CHANGES, changes=False),
    "event.clear": Kind(_clear, commutes=frozenset({"event.clear", "event.awake"})),
}
