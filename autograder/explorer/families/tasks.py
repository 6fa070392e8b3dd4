"""A count of things to do: of a joinable queue, and what a queue without a limit knows of its size.

``value`` is the count. For real, who waits sleeps until called when the count comes to 0, and may wake up
when it is more again. Nobody can tell that from one who found it at 0 and went on late: both waited at a
time when it was 0, and neither tells anybody before it goes on. So to wait is one operation, possible
while the count is 0.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.families.local import nothing
from autograder.explorer.operations import Access, Actor, Error, Kind, Primitive

_HEARD = frozenset({"call.heard"})


def _add(tasks: Primitive, _actor: Actor, _argument: Any) -> None:
    tasks.value += 1


def _done(tasks: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    if tasks.value <= 0:
        return Error("ValueError", "task_done() called too many times")
    tasks.value -= 1
    return None


def _take(tasks: Primitive, _actor: Actor, _argument: Any) -> None:
    tasks.value -= 1


def _look(tasks: Primitive, _actor: Actor, _argument: Any) -> int:
    return int(tasks.value)


def _none_left(tasks: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(tasks.value == 0)


def _finishes(tasks: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    """Who is done with the last one is what lets those who wait go on."""
    last = (Access(f"{name}!", "call.made", _HEARD),) if tasks.value == 1 else ()
    return (Access(name, "tasks.done"), *last)


def _waits(_tasks: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "tasks.wait"), Access(f"{name}!", "call.heard"))


KINDS = {
    "tasks.add": Kind(_add, commutes=frozenset({"tasks.add", "tasks.take"})),
    "tasks.take": Kind(_take, commutes=frozenset({"tasks.add", "tasks.take"})),
    "tasks.done": Kind(_done, commutes=frozenset({"tasks.wait"}), accesses=_finishes),
    "tasks.wait": Kind(
        nothing,
        _none_left,
        commutes=frozenset({"tasks.done", "tasks.look", "tasks.wait"}),
        changes=False,
        accesses=_waits,
    ),
    "tasks.look": Kind(_look, commutes=frozenset({"tasks.look", "tasks.wait"}), changes=False),
}
