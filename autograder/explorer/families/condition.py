"""A condition: those who sleep until they are notified.

As in CPython's implementation, a notifier waits until those it called have woken; one to nobody is
lost. Waiting is three operations (fall asleep and give up the lock, wake, take the lock again);
this family knows the sleepers only.

``value`` is ``[sleepers, calls not yet heard, awake but not yet counted]``.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import NONE, Actor, Kind, Primitive

_WAKE = frozenset({"condition.wake"})
_GIVE_UP = frozenset({"condition.give-up"})
_COUNTED = frozenset({"condition.counted"})


def _sleep(condition: Primitive, _actor: Actor, _argument: Any) -> None:
    condition.value[0] += 1


def _called(condition: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(condition.value[1])


def _wake(condition: Primitive, _actor: Actor, _argument: Any) -> bool:
    called: bool = condition.value[1] > 0
    if called:
        condition.value[1] -= 1
    condition.value[2] += 1
    return called


def _notify(condition: Primitive, _actor: Actor, argument: Any) -> int:
    """Call at most `argument` sleepers; how many were called."""
    sleepers, calls, woken = condition.value
    sleepers -= woken  # those who gave up waiting are not asleep
    called = min(sleepers, argument)
    condition.value[:] = [sleepers, calls + called, 0]
    return int(called)


def _all_awake(condition: Primitive, _actor: Actor, argument: Any) -> bool:
    return bool(condition.value[2] >= argument)


def _counted(condition: Primitive, _actor: Actor, argument: Any) -> None:
    condition.value[0] -= argument
    condition.value[2] -= argument
    condition.value[1] = 0


def _nobody_was_called(condition: Primitive) -> frozenset[str]:
    return NONE if condition.value[1] else _WAKE


_SLEEP = frozenset({"condition.sleep"})

KINDS = {
    "condition.sleep": Kind(_sleep, commutes=_SLEEP | _WAKE | _GIVE_UP | _COUNTED),
    "condition.wake": Kind(_wake, _called, commutes=_SLEEP | _WAKE),
    "condition.give-up": Kind(_wake, commutes=_SLEEP),
    "condition.notify": Kind(
        _notify, commutes=frozenset({"condition.notify"}), spares=_nobody_was_called
    ),
    "condition.counted": Kind(_counted, _all_awake, commutes=_SLEEP),
}
