"""All that processes share, as a state machine over operations. No I/O, no Python programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.explorer.operations import KINDS, Actor, Op, Primitive, Row, rows


class World:
    """The shared state of one execution.

    Args:
        primitives: The shared things by name, and with them the processes.

    Example::

        world = World({"money": Primitive("cell", 100)})
        world.apply(0, Op("write", "money", 666))
    """

    def __init__(self, primitives: Mapping[str, Primitive]) -> None:
        self.primitives = dict(primitives)

    def enabled(self, actor: Actor, op: Op) -> bool:
        """Whether `actor` could do `op` now."""
        thing = self.primitives[op.object]
        return KINDS[thing.family][op.kind].enabled(thing, actor, op.argument)

    def apply(self, actor: Actor, op: Op) -> Any:
        """Let `actor` do `op`, which must be enabled; what it answers."""
        thing = self.primitives[op.object]
        return KINDS[thing.family][op.kind].apply(thing, actor, op.argument)

    def snapshot(self) -> tuple[Any, ...]:
        """The whole state as plain data, to be compared and counted."""
        return tuple(sorted((name, *each.snapshot()) for name, each in self.primitives.items()))


class Dependency:
    """Whether the order of two operations can be told.

    Args:
        relation: The rows of the relation; the default is that of all kinds. Tests take rows out.
    """

    def __init__(self, relation: frozenset[Row] | None = None) -> None:
        self._rows = rows() if relation is None else relation

    def __call__(self, world: World, one: Op, other: Op) -> bool:
        """Whether `one` and `other`, of different actors, are dependent."""
        if one.object != other.object:
            return False
        family = world.primitives[one.object].family
        first, second = sorted((one.kind, other.kind))
        return (family, first, second) in self._rows
