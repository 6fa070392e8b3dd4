"""Executions as a search sees them: actors that each have one next operation, and a world."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from autograder.explorer.operations import Access, Actor, Op
from autograder.explorer.world import World

Clock = dict[Actor, int]
"""How many steps of each actor something happens after."""

ENDINGS = frozenset({"process.die", "process.exit"})
"""Kinds after which an actor, and what belongs to it, does nothing more."""


class Execution(Protocol):
    """One run of the program under exploration, stopped before each operation."""

    world: World
    pending: dict[Actor, Op]
    """The next operation of each actor that has one."""

    @property
    def agents(self) -> Container[Actor]:
        """Those each of whose operations has a cause of its own."""

    def enabled(self) -> list[Actor]:
        """Who could move now."""

    def step(self, actor: Actor) -> None:
        """Let `actor` do its next operation and go on to the one after it."""

    def cause(self, actor: Actor) -> int | None:
        """The number of the step (from 0) without which `actor`'s next operation would not be."""

    def victims(self, actor: Actor) -> Iterable[Actor]:
        """Whom `actor`'s next operation, an ending, takes with it, itself not counted."""

    def outcome(self) -> Any:
        """What this execution came to, as plain, hashable data."""

    def close(self) -> None:
        """Let go of what is left of it."""


@dataclass(frozen=True, slots=True)
class Result:
    """A complete execution: who moved at each step, and who waits for ever."""

    schedule: tuple[Actor, ...]
    stuck: frozenset[Actor]
    execution: Execution
    path: list[Frame]
    """Its steps, as long as the search has not gone on."""


class Frame:
    """One point of the path under exploration, before the step that `actor` takes from it."""

    __slots__ = (
        "accesses",
        "actor",
        "backtrack",
        "clock",
        "enabled",
        "op",
        "pending",
        "sleep",
        "victims",
    )

    def __init__(
        self,
        pending: dict[Actor, Op],
        enabled: list[Actor],
        sleep: dict[Actor, tuple[Access, ...]],
    ) -> None:
        self.pending = pending
        self.enabled = enabled
        self.sleep = sleep
        self.backtrack: set[Actor] = set()
        self.actor: Actor = -1
        self.op: Op = _NO_OP
        self.accesses: tuple[Access, ...] = ()
        self.clock: Clock = {}
        self.victims: tuple[Actor, ...] = ()


_NO_OP = Op("", "")


class NotRepeatableError(Exception):
    """An execution did not repeat itself; the arguments: step, actor, what was done, what came now."""
