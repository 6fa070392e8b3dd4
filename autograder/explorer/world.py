"""All that processes share, as a state machine over operations. No I/O, no Python programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from autograder.explorer.families import KINDS, THREADS, Row, rows
from autograder.explorer.operations import NONE, Access, Actor, Op, Primitive

NOBODY = Primitive("local")
WATCHED = Access("what a rule watches", "watched.change")


@cache
def _alone(name: str, kind: str, spares: frozenset[str]) -> tuple[Access, ...]:
    return (Access(name, kind, spares),)


@cache
def _guarded(name: str, kind: str, guard: str, family: str) -> tuple[Access, ...]:
    return (Access(name, kind), Access(guard, f"{family}.pass"))


class World:
    """The shared state of one execution.

    Args:
        primitives: The shared things by name, and with them the processes.

    Example::

        world = World({"money": Primitive("cell", 100)})
        world.apply(0, Op("cell.write", "money", 666))
    """

    __slots__ = ("late", "primitives", "watched")

    def __init__(self, primitives: Mapping[str, Primitive]) -> None:
        self.primitives = dict(primitives)
        self.watched: frozenset[str] = frozenset()
        """The things that a rule looks at: the order of any two changes to them matters."""
        self.late: dict[Actor, list[Any]] = {}
        """What actors have put into queues and might change yet."""

    def enabled(self, actor: Actor, op: Op) -> bool:
        """Whether `actor` could do `op` now."""
        possible = KINDS[op[0]].enabled
        return possible is None or possible(self.primitives[op[1]], actor, op[2])

    def apply(self, actor: Actor, op: Op) -> Any:
        """Let `actor` do `op`, which must be enabled; what it answers."""
        kind, name, argument = op
        return KINDS[kind].apply(self.primitives.get(name, NOBODY), actor, argument)

    def accesses(self, actor: Actor, op: Op) -> tuple[Access, ...]:
        """What `op` would be to which objects if `actor` did it now."""
        kind, name, argument = op
        thing = self.primitives.get(name)
        if thing is None:  # nothing shared: a sleep
            return self._looked_over(actor) if self.late else ()
        how = KINDS[kind]
        if how.accesses is not None:
            found = how.accesses(thing, name, actor, argument)
        elif thing.guard is not None:
            found = _guarded(name, kind, thing.guard_name, thing.guard.family)
        else:
            found = _alone(name, kind, NONE if how.spares is None else how.spares(thing))
        if self.watched and how.changes and self._is_watched(name, found):
            found = (WATCHED, *found)
        return (*self._looked_over(actor), *found) if self.late else found

    def _is_watched(self, name: str, accesses: tuple[Access, ...]) -> bool:
        """Whether a rule looks at `name`, or at anything that is accessed."""
        watched = self.watched
        return name in watched or any(each.object in watched for each in accesses)

    def _looked_over(self, actor: Actor) -> tuple[Access, ...]:
        """What any step of `actor` is to the things that it has put into queues."""
        late = self.late.get(actor)
        if not late:
            return ()
        late[:] = [each for each in late if each.may_change()]
        return tuple(dict.fromkeys(access for each in late for access in each.looked_over()))

    def snapshot(self) -> tuple[Any, ...]:
        """The whole state as plain data, to be compared and counted."""
        return tuple(sorted((name, *each.snapshot()) for name, each in self.primitives.items()))


UNSETTLED = frozenset({("feeder.pass", "feeder.unchanged")})
"""What was tried before something else, and may yet be another thing to it if it comes after."""


class Dependency:
    """With which kinds, on the same object, the order of a kind matters.

    Args:
        relation: The rows of the relation; the default is that of all kinds. Tests take rows out.
    """

    def __init__(self, relation: frozenset[Row] | None = None) -> None:
        self.against: dict[str, frozenset[str]] = defaultdict(frozenset)
        for one, other in (rows() if relation is None else relation) | THREADS:
            self.against[one] |= {other}
            self.against[other] |= {one}

    def settled(self, one: tuple[Access, ...], other: tuple[Access, ...]) -> bool:
        """Whether, where `one` was tried before `other`, the other order brings nothing new.

        Both are as they would be in the state that both are possible in.
        """
        for name, kind, spares in one:
            against = self.against[kind]
            for other_name, other_kind, _ in other:
                if name != other_name or other_kind in spares:
                    continue
                if other_kind in against or (kind, other_kind) in UNSETTLED:
                    return False
        return True


@cache
def usual_dependency() -> Dependency:
    """The dependency with all its rows; made once."""
    return Dependency()
