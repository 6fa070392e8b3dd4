"""A count of things to do: of a joinable queue, and what a queue without a limit knows of its size.

``value`` is ``[count, sleepers, those called but not yet awake]``.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import Access, Actor, Error, Kind, Primitive

_HEARD = frozenset({"call.heard"})


def _add(tasks: Primitive, _actor: Actor, _argument: Any) -> None:
    tasks.value[0] += 1


def _done(tasks: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    """One less; with none left, those who sleep are called."""
    if tasks.value[0] <= 0:
        return Error("ValueError", "task_done() called too many times")
    tasks.value[0] -= 1
    if not tasks.value[0]:
        tasks.value[2] |= tasks.value[1]
        tasks.value[1] = set()
    return None


def _take(tasks: Primitive, _actor: Actor, _argument: Any) -> None:
    tasks.value[0] -= 1


def _look(tasks: Primitive, _actor: Actor, _argument: Any) -> int:
    return int(tasks.value[0])


def _wait(tasks: Primitive, actor: Actor, _argument: Any) -> bool:
    """True if there is nothing to do; else the actor is now asleep."""
    if not tasks.value[0]:
        return True
    tasks.value[1].add(actor)
    return False


def _called(tasks: Primitive, actor: Actor, _argument: Any) -> bool:
    return actor in tasks.value[2]


def _wake(tasks: Primitive, actor: Actor, _argument: Any) -> None:
    tasks.value[2].remove(actor)


def _calls(tasks: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    """The last task done is what lets each sleeper wake."""
    called = tasks.value[1] if tasks.value[0] == 1 else ()
    sleepers = [Access(f"{name}!{sleeper}", "call.made", _HEARD) for sleeper in sorted(called)]
    return (Access(name, "tasks.done"), *sleepers)


def _wakes(_tasks: Primitive, name: str, actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "tasks.wake"), Access(f"{name}!{actor}", "call.heard"))


_NO_MATTER = frozenset({"tasks.wait", "tasks.wake", "tasks.look", "tasks.add", "tasks.take"})

KINDS = {
    "tasks.add": Kind(_add, commutes=frozenset({"tasks.add", "tasks.take", "tasks.wake"})),
    "tasks.take": Kind(_take, commutes=frozenset({"tasks.add", "tasks.take", "tasks.wake"})),
    "tasks.done": Kind(_done, commutes=frozenset({"tasks.wake"}), accesses=_calls),
    "tasks.wait": Kind(_wait, commutes=frozenset({"tasks.wait", "tasks.wake", "tasks.look"})),
    "tasks.wake": Kind(_wake, _called, commutes=_NO_MATTER | {"tasks.done"}, accesses=_wakes),
    "tasks.look": Kind(
        _look, commutes=frozenset({"tasks.look", "tasks.wait", "tasks.wake"}), changes=False
    ),
}
