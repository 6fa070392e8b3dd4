"""The operations: one indivisible act each on something shared.

An operation is plain data: ``(kind, object, argument)``. For each kind three questions are answered
in one place (its family, see :mod:`~autograder.explorer.families`): is it *enabled* now, what does
*applying* it change and answer, and with which kinds on the same object does its order matter
(*dependency*). Operations on different objects are independent; an unknown pair of kinds on one
object is dependent.

What an operation answers stands for what a program sees: a value, or an :class:`Error` that the
program will see raised.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

Actor = int
"""Whoever can move: a process of the explored program, a queue's feeder, a signal on its way."""


class Op(NamedTuple):
    """One operation.

    Args:
        kind: What is done, such as ``"lock.acquire"``; its first half is the family.
        object: To what: the name of a primitive.
        argument: With what; plain data.
    """

    kind: str
    object: str
    argument: Any = None


class Error(NamedTuple):
    """An answer that the program sees as an exception."""

    name: str
    message: Any = ""


@dataclass(slots=True)
class Primitive:
    """The state of one shared thing.

    Args:
        family: Its type, such as ``"lock"``; the kinds that may be applied to it are the family's.
        value: A count, a flag, or whatever it holds.
        limit: The most that it can count or hold; 0 for no limit.
        owner: The actor that holds it, where that matters.
        depth: How often the owner holds it.
        guard: The lock that every use of it takes for a moment, if it has one.
        guard_name: That lock's name.
        extra: Whatever else its family keeps of it.
    """

    family: str
    value: Any = None
    limit: int = 0
    owner: Actor | None = None
    depth: int = 0
    guard: Primitive | None = None
    guard_name: str = ""
    extra: Any = None

    def snapshot(self) -> tuple[Any, ...]:
        """What can be told from outside, as plain data."""
        return (self.family, _told(self.value), self.owner, self.depth)


def _told(value: Any) -> str:
    """A value as text, whatever order its sets and dictionaries were filled in."""
    if isinstance(value, dict):
        return repr(sorted((repr(key), _told(each)) for key, each in value.items()))
    if isinstance(value, set):
        return repr(sorted(value))
    if isinstance(value, list):
        return repr([_told(each) for each in value])
    return repr(value)


NONE: frozenset[str] = frozenset()


class Access(NamedTuple):
    """What an operation is to one object.

    Args:
        object: The object's name.
        kind: The kind that it counts as there.
        spares: The kinds that could not have come before it, because it is what makes them possible.
    """

    object: str
    kind: str
    spares: frozenset[str] = NONE


Enabled = Callable[[Primitive, Actor, Any], bool]
Apply = Callable[[Primitive, Actor, Any], Any]
Spares = Callable[[Primitive], frozenset[str]]
Accesses = Callable[[Primitive, str, Actor, Any], tuple[Access, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """The answers for one kind of operation.

    Args:
        apply: Do it; the answer.
        enabled: Whether an actor could do it now; None for always.
        commutes: Kinds on the same object whose order with this one nobody can tell.
        spares: In the state just before it is done: the kinds that nobody could have done yet.
        changes: Whether it may change what others see; one that only looks can be repeated for ever.
        accesses: In that state: what it is to which objects, where that is more than one, or depends
            on the state; None for just itself on its object.
    """

    apply: Apply
    enabled: Enabled | None = None
    commutes: frozenset[str] = NONE
    spares: Spares | None = None
    changes: bool = True
    accesses: Accesses | None = None
