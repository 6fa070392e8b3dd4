"""Shared things and operations as plain data, and back.

Of a message it matters how long it is, of an object that a manager keeps what it holds, of a pool
nothing: what its operations are to others has to be believed. The rest is told as it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from autograder import plain
from autograder.explorer.families import KINDS, family
from autograder.explorer.families.cell import LOOKING
from autograder.explorer.operations import Op, Primitive
from autograder.explorer.records import Thing
from autograder.explorer.sights import Opaque
from autograder.explorer.world import World

BELIEVED = frozenset({"any", "job", "pool"})
"""Families whose state is not told: who can do their operations, and what these are to others, is."""
BELIEVED_KINDS = frozenset(kind for kind in KINDS if family(kind) in BELIEVED)
LOOSE = frozenset({"channel", "feeder", "process", "server"})
"""Families whose things change without operations, too: ends are opened, feeders are given more to do."""
MOST = {
    "bounded.release": 10_000,
    "channel.flush": 1 << 40,
    "channel.send": 1 << 40,
    "file.cut": 1 << 22,
    "file.write": 1 << 22,
    "semaphore.release": 10_000,
    "store": 1 << 20,
}
"""What may be counted at most, so that nobody who is told of it is overwhelmed."""
_UNUSED = frozenset({"store", "lock", "rlock", "server", "any", "job", "pool"})
"""Families whose operations do the same whatever their argument."""
_SIMPLE = frozenset({type(None), bool, int, str})


_OPAQUE = {"$opaque": 0}


def sound(string: str) -> str:
    """Text that can be sent: a program may print halves of characters."""
    return string if string.isascii() else string.encode("utf-8", "replace").decode("utf-8")


def told(value: Any) -> Any:
    """A value as plain data that JSON can hold."""
    kind = type(value)
    if kind in _SIMPLE:
        return value if kind is not str or value == sound(value) else _OPAQUE
    try:
        return plain.encode(value)
    except plain.NotPlainError:
        return _OPAQUE


def heard(data: Any) -> Any:
    """The value that was told.

    Raises:
        NotPlainError: if it is none.
    """
    if type(data) in _SIMPLE or type(data) is float:
        return data
    return Opaque() if data == _OPAQUE else plain.decode(data)


def argument(op: Op) -> Any:
    """What an operation is done with, as far as it matters."""
    kind, _, given = op
    if given is None:
        return None
    if kind in ("channel.send", "channel.flush"):
        return [len(given), getattr(given, "feeder", "")]
    if kind == "cell.call":
        return given[0]
    return None if family(kind) in _UNUSED else told(given)


class Later:
    """A message of which only the length is known, and who is to send it."""

    __slots__ = ("feeder", "size")

    def __init__(self, size: int, feeder: str) -> None:
        self.size = size
        self.feeder = feeder

    def __len__(self) -> int:
        return self.size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and (self.size, self.feeder) == (other.size, other.feeder)

    __hash__ = None  # type: ignore[assignment]

    def pickling(self) -> tuple[()]:
        """Where it matters when it is pickled, that is told."""
        return ()


def operation(kind: str, name: str, given: Any) -> Op:
    """The operation that was told.

    Raises:
        ValueError: if there is no such operation.
        NotPlainError: if what it is done with is no plain data.
    """
    return _plainly(kind, name, given) if type(given) in _SIMPLE else _operation(kind, name, given)


def _operation(kind: str, name: str, given: Any) -> Op:
    if kind not in KINDS:
        raise ValueError(f"no kind {kind!r}")
    if kind in ("channel.send", "channel.flush"):
        size, feeder = given
        return Op(kind, name, Later(_counted(kind, size), feeder))
    if kind == "cell.call":
        return Op(kind, name, (given,))
    value = heard(given)
    if kind in MOST and value is not None:
        count = value[0] if kind == "file.write" else value
        _counted(kind, 0 if count is None else count)
    return Op(kind, name, value)


_plainly = lru_cache(4096, typed=True)(_operation)
"""Most of what is told has been told before, of the same step in another execution."""


def _counted(kind: str, number: Any) -> int:
    if type(number) is not int or not 0 <= number <= MOST[kind]:
        raise ValueError(f"{number!r} counts nothing")
    return number


def looks_only(op: Op) -> bool:
    """Whether a call leaves what is kept as it is, as far as its name says."""
    return op.argument[0] in LOOKING


def same_state(one: Primitive, other: Primitive) -> bool:
    """Whether two things that may change by themselves are in the same state."""
    first, second = one.value, other.value
    if one.family == "channel":
        return bool(
            first[1:] == second[1:]
            and one.depth == other.depth
            and [len(each) for each in first[0]] == [len(each) for each in second[0]]
        )
    if one.family == "process" and (one.extra or other.extra):
        return first == second and list(one.extra.values()) == list(other.extra.values())
    return bool(first == second and one.depth == other.depth)


def state(thing: Primitive) -> Any:
    """What a shared thing holds, as plain data."""
    value = thing.value
    match thing.family:
        case "channel":
            return [[len(message) for message in value[0]], *value[1:]]
        case "store":
            return [len(value[0]), value[1]]
        case "any" | "job" | "pool":
            return None
    return told(value)


def thing(name: str, primitive: Primitive) -> Thing:
    """A shared thing as plain data."""
    is_process = primitive.family == "process"
    return Thing(
        name,
        primitive.family,
        state(primitive),
        primitive.limit,
        None if primitive.family in BELIEVED else primitive.owner,
        primitive.depth,
        primitive.guard_name,
        list(primitive.extra.values()) if is_process and primitive.extra else [],
    )


def primitive(told_of: Thing, world: World) -> Primitive:
    """The shared thing that was told of.

    Raises:
        KeyError: if its guard is not there.
        NotPlainError: if what it holds is no plain data.
    """
    value = told_of.value
    if told_of.family == "channel":
        value = [[Later(_counted("channel.send", size), "") for size in value[0]], *value[1:]]
    elif told_of.family == "store":
        value = [[None] * _counted("store", value[0]), value[1]]
    else:
        value = heard(value)
    return Primitive(
        told_of.family,
        value,
        limit=told_of.limit,
        owner=told_of.owner,
        depth=told_of.depth,
        guard=world.primitives[told_of.guard] if told_of.guard else None,
        guard_name=told_of.guard,
        extra=dict(enumerate(told_of.extra)) if told_of.family == "process" else None,
    )
