"""The operations: one indivisible act each on something shared.

An operation is plain data: ``(kind, object, argument)``. For each kind three questions are answered
here and nowhere else: is it *enabled* now, what does *applying* it change and answer, and with which
kinds on the same object does its order matter (*dependency*). Operations on different objects are
independent; an unknown pair of kinds on one object is dependent.

What an operation answers stands for what a program sees: a value, or an :class:`Error` that the
program will see raised.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Actor = int
"""A process of the explored program; 0 is the main one."""


class Op(NamedTuple):
    """One operation.

    Args:
        kind: What is done, a key of :data:`KINDS`.
        object: To what: the name of a primitive, or of a process.
        argument: With what.
    """

    kind: str
    object: str
    argument: Any = None


class Error(NamedTuple):
    """An answer that the program sees as an exception."""

    name: str
    message: str = ""


@dataclass(slots=True)
class Primitive:
    """The state of one shared thing.

    Args:
        family: Its type, such as ``"lock"``; the kinds that may be applied to it are the family's.
        value: A count, a flag, or whatever it holds.
        limit: The most that it can count or hold; 0 for no limit.
        owner: The actor that holds it, where that matters.
        depth: How often the owner holds it.
    """

    family: str
    value: Any = None
    limit: int = 0
    owner: Actor | None = None
    depth: int = 0

    def snapshot(self) -> tuple[Any, ...]:
        """What can be told from outside, as plain data."""
        held = list(self.value) if isinstance(self.value, list) else self.value
        return (self.family, repr(held), self.owner, self.depth)


@dataclass(frozen=True, slots=True)
class Kind:
    """The three answers for one kind of operation.

    Args:
        enabled: Whether an actor could do it now.
        apply: Do it; the answer.
        commutes: Kinds on the same object whose order with this one nobody can tell.
    """

    enabled: Callable[[Primitive, Actor, Any], bool]
    apply: Callable[[Primitive, Actor, Any], Any]
    commutes: frozenset[str] = frozenset()


def _always(_thing: Primitive, _actor: Actor, _argument: Any) -> bool:
    return True


# --- A shared value: read and write are indivisible, what is between them is not ----------------


def _read(cell: Primitive, _actor: Actor, _argument: Any) -> Any:
    return cell.value


def _write(cell: Primitive, _actor: Actor, argument: Any) -> None:
    cell.value = argument


# --- Lock: anyone may release it; releasing a free one is a ValueError ---------------------------


def _lock_free(lock: Primitive, _actor: Actor, _argument: Any) -> bool:
    return lock.owner is None


def _lock(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    lock.owner = actor
    return True


def _try_lock(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    return lock.owner is None and _lock(lock, actor, None)


def _unlock(lock: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    if lock.owner is None:
        return Error("ValueError", "semaphore or lock released too many times")
    lock.owner = None
    return None


# --- RLock: counted for its owner; released by another it is an AssertionError -------------------


def _rlock_free(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    return lock.owner in (None, actor)


def _rlock(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    lock.owner = actor
    lock.depth += 1
    return True


def _runlock(lock: Primitive, actor: Actor, _argument: Any) -> Error | None:
    if lock.owner != actor:
        return Error("AssertionError", "attempt to release recursive lock not owned by process")
    lock.depth -= 1
    if lock.depth == 0:
        lock.owner = None
    return None


# --- Semaphore: a count; a bounded one refuses to grow past where it began -----------------------


def _some_left(semaphore: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(semaphore.value > 0)


def _down(semaphore: Primitive, _actor: Actor, _argument: Any) -> bool:
    semaphore.value -= 1
    return True


def _try_down(semaphore: Primitive, actor: Actor, _argument: Any) -> bool:
    return semaphore.value > 0 and _down(semaphore, actor, None)


def _up(semaphore: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    if semaphore.limit and semaphore.value >= semaphore.limit:
        return Error("ValueError", "semaphore or lock released too many times")
    semaphore.value += 1
    return None


# --- Event: a flag ------------------------------------------------------------------------------


def _is_set(event: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(event.value)


def _set(event: Primitive, _actor: Actor, _argument: Any) -> None:
    event.value = True


def _clear(event: Primitive, _actor: Actor, _argument: Any) -> None:
    event.value = False


# --- Channel: first in, first out; what a pipe or a queue is made of ------------------------------


def _has_room(channel: Primitive, _actor: Actor, _argument: Any) -> bool:
    return not channel.limit or len(channel.value) < channel.limit


def _put(channel: Primitive, _actor: Actor, argument: Any) -> None:
    channel.value.append(argument)


def _has_some(channel: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(channel.value)


def _get(channel: Primitive, _actor: Actor, _argument: Any) -> Any:
    return channel.value.pop(0)


def _try_get(channel: Primitive, actor: Actor, _argument: Any) -> Any:
    return _get(channel, actor, None) if channel.value else Error("Empty")


def _length(channel: Primitive, _actor: Actor, _argument: Any) -> int:
    return len(channel.value)


# --- Process: started once, ends once, may be waited for ------------------------------------------


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


KINDS: Mapping[str, Mapping[str, Kind]] = {
    "cell": {
        "read": Kind(_always, _read, commutes=frozenset({"read"})),
        "write": Kind(_always, _write),
    },
    "lock": {
        "acquire": Kind(_lock_free, _lock),
        "try-acquire": Kind(_always, _try_lock),
        "release": Kind(_always, _unlock),
    },
    "rlock": {
        "acquire": Kind(_rlock_free, _rlock),
        "release": Kind(_always, _runlock),
    },
    "semaphore": {
        "acquire": Kind(_some_left, _down),
        "try-acquire": Kind(_always, _try_down),
        "release": Kind(_always, _up),
    },
    "event": {
        "wait": Kind(_is_set, _is_set, commutes=frozenset({"wait", "is-set", "set"})),
        "is-set": Kind(_always, _is_set, commutes=frozenset({"is-set", "wait"})),
        "set": Kind(_always, _set, commutes=frozenset({"set"})),
        "clear": Kind(_always, _clear, commutes=frozenset({"clear"})),
    },
    "channel": {
        "put": Kind(_has_room, _put),
        "get": Kind(_has_some, _get),
        "try-get": Kind(_always, _try_get),
        "length": Kind(_always, _length, commutes=frozenset({"length"})),
    },
    "process": {
        "start": Kind(_always, _start),
        "exit": Kind(_always, _exit),
        "join": Kind(_has_ended, _has_ended, commutes=frozenset({"join", "look"})),
        "look": Kind(_always, _look, commutes=frozenset({"look", "join"})),
    },
}
"""Every kind of operation, by family of the object it is done to."""

Row = tuple[str, str, str]
"""A family and two kinds, in alphabetical order."""


def rows() -> frozenset[Row]:
    """The dependency relation, row by row: a family and two of its kinds whose order matters.

    >>> ("cell", "read", "write") in rows(), ("cell", "read", "read") in rows()
    (True, False)
    """
    return frozenset(
        (family, *sorted((one, other)))  # type: ignore[misc]
        for family, kinds in KINDS.items()
        for one, kind in kinds.items()
        for other in kinds
        if not (other in kind.commutes and one in kinds[other].commutes)
    )
