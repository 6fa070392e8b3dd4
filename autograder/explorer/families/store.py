"""A queue that a manager keeps: things in a row, in one process, without a pipe or a feeder.

``value`` is ``[things, unfinished]``; ``limit`` is how many fit, 0 for any number; ``depth`` counts
those taken out. Who takes a thing waits for whoever put that very thing, as in a channel.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.families.local import nothing
from autograder.explorer.operations import Access, Actor, Error, Kind, Primitive

_TAKE = frozenset({"message.take"})
_HEARD = frozenset({"call.heard"})


def _has_room(store: Primitive, _actor: Actor, _argument: Any) -> bool:
    return not store.limit or len(store.value[0]) < store.limit


def _put(store: Primitive, _actor: Actor, argument: Any) -> bool:
    store.value[0].append(argument)
    store.value[1] += 1
    return True


def _try_put(store: Primitive, actor: Actor, argument: Any) -> bool:
    """Whether there was room."""
    return _has_room(store, actor, argument) and _put(store, actor, argument)


def _has_some(store: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(store.value[0])


def _get(store: Primitive, _actor: Actor, _argument: Any) -> Any:
    store.depth += 1
    return store.value[0].pop(0)


def _try_get(store: Primitive, actor: Actor, argument: Any) -> Any:
    """The oldest thing; None if there is none."""
    return _get(store, actor, argument) if store.value[0] else None


def _done(store: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    if store.value[1] <= 0:
        return Error("ValueError", "task_done() called too many times")
    store.value[1] -= 1
    return None


def _all_done(store: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(store.value[1] == 0)


def _look(store: Primitive, _actor: Actor, _argument: Any) -> int:
    return len(store.value[0])


def _within(store: Primitive, *own: Access) -> tuple[Access, ...]:
    """What is done to the store is done to its server, too."""
    if store.guard is None:
        return own
    return (*own, Access(store.guard_name, f"{store.guard.family}.pass"))


def _puts(store: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    newest = store.depth + len(store.value[0])
    needs = (Access(name, "channel.need-room"),) if store.limit else ()
    put = Access(f"{name}#{newest}", "message.put", _TAKE)
    return _within(store, Access(name, "store.put"), put, *needs)


def _gets(store: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    makes = (Access(name, "channel.make-room"),) if store.limit else ()
    taken = Access(f"{name}#{store.depth}", "message.take")
    return _within(store, Access(name, "store.get"), taken, *makes)


def _counts(store: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    """Who is done with the last thing is what lets a joiner go on."""
    last = (Access(f"{name}!", "call.made", _HEARD),) if store.value[1] == 1 else ()
    return _within(store, Access(name, "store.done"), *last)


def _joins(store: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return _within(store, Access(name, "store.join"), Access(f"{name}!", "call.heard"))


def _tries(store: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return _within(store, Access(name, "store.try-put"))


KINDS = {
    "store.put": Kind(_put, _has_room, commutes=frozenset({"store.get"}), accesses=_puts),
    "store.get": Kind(
        _get,
        _has_some,
        commutes=frozenset({"store.put", "store.done", "store.join"}),
        accesses=_gets,
    ),
    "store.try-put": Kind(_try_put, accesses=_tries),
    "store.try-get": Kind(_try_get, accesses=_tries),
    "store.done": Kind(
        _done, commutes=frozenset({"store.get", "store.join", "store.look"}), accesses=_counts
    ),
    "store.join": Kind(
        nothing,
        _all_done,
        commutes=frozenset({"store.done", "store.get", "store.join", "store.look"}),
        changes=False,
        accesses=_joins,
    ),
    "store.look": Kind(
        _look, commutes=frozenset({"store.look", "store.done", "store.join"}), changes=False
    ),
}
"""``try-get`` counts as ``try-put``."""
