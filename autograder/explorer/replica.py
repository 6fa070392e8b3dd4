"""An execution as it was told: followed step by step, with a world of its own.

Told is who stands before which operation. What the operations do to the shared things, who can move,
what depends on what, who ends with whom and what led to what are worked out here, by the same tables
that a :class:`~autograder.explorer.machine.Machine` goes by. What is told besides must agree with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from autograder.explorer.believing import ForgedError, ToldWorld
from autograder.explorer.executions import ENDINGS
from autograder.explorer.families import KINDS, family
from autograder.explorer.operations import Actor, Op, Primitive
from autograder.explorer.records import Point, Thing
from autograder.explorer.sights import End, Printed
from autograder.explorer.telltale import BELIEVED_KINDS, LOOSE, operation, primitive
from autograder.explorer.world import World

_PROCESS = re.compile(r"\d+(\.\d+)*")
_MISTAKES = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)
"""What comes of data that is of the right form and means nothing."""


class Replica:
    """An execution that was told. See :class:`~autograder.explorer.sights.Visible`.

    Args:
        points: What was told of each point.
        watched: The things that a rule looks at.
        end: How it ended.
        laid: What lay on the disk at its start.

    Raises:
        ForgedError: if that cannot be true; so do all methods that go on.
    """

    __slots__ = (
        "_able", "_causes", "_done", "_end", "_names", "_points", "_told", "_written", "agents",
        "homes", "laid", "loose", "paths", "pending", "starts", "steps", "world",
    )  # fmt: skip

    def __init__(
        self,
        points: list[Point],
        watched: frozenset[str] = frozenset(),
        end: End | None = None,
        laid: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self.laid = laid
        self.world: World
        self.world = self._told = ToldWorld(watched)
        self.pending: dict[Actor, Op] = {}
        self.steps = 0
        self.homes: dict[Actor, str] = {}
        self.paths: dict[str, Actor] = {}
        self.agents: set[Actor] = set()
        self.loose: dict[str, Primitive] = {}
        """The things that may change without an operation."""
        self.starts: dict[str, int] = {}
        """At which step each process was started."""
        self._points = points
        self._causes: dict[Actor, int] = {}
        self._able: list[Actor] = []
        self._names: dict[str, str | None] = {}
        self._written: list[Printed] = []
        self._done: list[tuple[Actor, Op]] = []
        self._end = end
        self.begin()

    def begin(self) -> None:
        """Come to the first point."""
        self._arrive()

    # --- What the search wants to know ----------------------------------------------------------

    def enabled(self) -> list[Actor]:
        """Who could move now."""
        return self._able

    def step(self, actor: Actor) -> None:
        """Let `actor` do its next operation and come to the next point."""
        self.do(actor)
        self._arrive()

    def cause(self, actor: Actor) -> int | None:
        """The step without which `actor`'s next operation would not be."""
        return self._causes.get(actor)

    def victims(self, actor: Actor) -> Iterable[Actor]:
        """Whom an ending takes with it: all that belongs to the process that ends."""
        ended = self.pending[actor].object
        return [each for each, home in self.homes.items() if home == ended and each != actor]

    def outcome(self) -> Any:
        """What was written by whom, and what came of every process."""
        codes = {name: each.value for name, each in self.loose.items() if each.family == "process"}
        return (tuple(sorted(codes.items())), tuple(self._written))

    def close(self) -> None:
        """Nothing is left of it."""

    # --- What a judge wants to know --------------------------------------------------------------

    def named(self, name: str) -> str | None:
        """The name in the world of what the main module calls `name`."""
        return self._names[name]

    def printed(self) -> list[Printed]:
        """What was written so far."""
        return self._written

    def ending(self) -> End:
        """How it has ended, as it was told."""
        if self._end is None:
            raise ForgedError("missing", "end")
        main = self.world.primitives["process-0"].value
        if main == 1 and self._end.failed is None:
            raise ForgedError("contradicts", "process.exit")  # an exception ended it
        return self._end

    # --- How it goes on --------------------------------------------------------------------------

    def do(self, actor: Actor) -> None:
        """Let `actor` do its next operation, as far as that is known."""
        try:
            self._do(actor, self.pending[actor])
        except _MISTAKES as error:
            raise ForgedError("meaningless", repr(error)[:200]) from None

    def _do(self, actor: Actor, op: Op) -> None:
        kind, name, argument = op
        things = self.world.primitives
        self._done.append((actor, op))
        thing = things.get(name)
        if thing is not None and kind != "cell.call" and kind not in BELIEVED_KINDS:
            KINDS[kind].apply(thing, actor, argument)
            if kind in ENDINGS:
                self._close_ends(thing, actor)
            elif kind == "process.start":
                self.starts.setdefault(name, self.steps)
        self.steps += 1

    def _close_ends(self, process: Primitive, actor: Actor) -> None:
        for channel, kind in process.extra.values():
            if kind not in BELIEVED_KINDS:
                KINDS[kind].apply(self.world.primitives[channel], actor, None)
        process.extra.clear()

    def _arrive(self) -> None:
        """Take in what was told of the point that this has come to."""
        if self.steps >= len(self._points):
            raise ForgedError("missing", f"step {self.steps}")
        point = self._points[self.steps]
        try:
            self.take(point)
            self.check(point)
        except _MISTAKES as error:
            raise ForgedError("meaningless", repr(error)[:200]) from None

    def check(self, point: Point) -> None:
        """Hold who is said to be able to move against the state of things."""
        is_last = self.steps == len(self._points) - 1
        if is_last and self._end is not None and point.able:
            raise ForgedError("contradicts", "end")  # who can move has not come to an end
        given_up = is_last and self._end is not None and self._end.too_long
        self._told.check(self.pending, point.able, self._done, given_up=given_up)

    def take(self, point: Point) -> None:
        """Take in what was told of a point."""
        things = self.world.primitives
        for each in point.made:
            if each.name in things:
                raise ForgedError("contradicts", each.name)
            made = things[each.name] = primitive(each, self.world)
            if not self._lies_there(made, each.name):
                raise ForgedError("contradicts", each.name)
            if each.family in LOOSE:
                self.loose[each.name] = made
        for each in point.changed:
            self._change(each)
        for born in point.born:
            self._bear(born.actor, born.path, born.home, born.agent, born.cause)
        for actor, cause in point.causes:
            if actor not in self.agents or not 0 <= cause < self.steps:
                raise ForgedError("contradicts", "cause")
            self._causes[actor] = cause
        for actor in point.gone:
            self.pending.pop(actor, None)
        for step in point.next:
            if step.actor not in self.homes or not self._fits(step.kind, step.object):
                raise ForgedError("contradicts", f"{step.kind} {step.object}")
            self.pending[step.actor] = operation(step.kind, step.object, step.argument)
        self._told.believe(self.pending, point.told)
        self._name(point.names)
        self._written += point.written
        self._able = point.able

    def _name(self, names: dict[str, str | None]) -> None:
        """Know what the main module calls its things now; "" is gone."""
        for name, shared in names.items():
            if shared == "":
                self._names.pop(name, None)
            else:
                self._names[name] = shared

    def _lies_there(self, made: Primitive, name: str) -> bool:
        """Whether what is said to lie on the disk does, and what is new there is empty."""
        if made.family == "disk":
            return bool(
                made.value
                == {
                    path: f"file-{path}" if isinstance(held, bytes) else held
                    for path, held in self.laid.items()
                }
            )
        if made.family == "file" and made.guard is None:
            return bool(made.value == self.laid.get(name.removeprefix("file-"), b""))
        return True

    def _fits(self, kind: str, name: str) -> bool:
        """Whether there is a thing that such an operation can be done to."""
        thing = self.world.primitives.get(name)
        return family(kind) == ("local" if thing is None else thing.family)

    def _change(self, told: Thing) -> None:
        """Let a thing be another, if it is one that may become another by itself."""
        thing = self.world.primitives[told.name]
        now = primitive(told, self.world)
        kept = thing.family == "cell" and thing.guard is not None and thing.guard.family == "server"
        if thing.family != now.family or not (kept or told.name in self.loose):
            raise ForgedError("contradicts", told.name)
        thing.value = now.value
        if not kept:
            thing.owner, thing.depth, thing.extra = now.owner, now.depth, now.extra

    def _bear(self, actor: Actor, path: str, home: str, agent: bool, cause: int | None) -> None:
        if actor in self.homes or path in self.paths or home not in self.world.primitives:
            raise ForgedError("contradicts", path)
        self.homes[actor] = home
        self.paths[path] = actor
        if _PROCESS.fullmatch(path):
            if agent or home != f"process-{path}":
                raise ForgedError("contradicts", path)
            cause = self.starts.get(home, cause)
        elif agent:
            self.agents.add(actor)
        if cause is not None:
            if not 0 <= cause < self.steps:
                raise ForgedError("contradicts", "cause")
            self._causes[actor] = cause
