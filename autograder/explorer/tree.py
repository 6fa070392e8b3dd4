"""Executions that a witness was asked for, kept: the same is never asked for twice."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from autograder.explorer.believing import ForgedError
from autograder.explorer.doing import Halt
from autograder.explorer.killable import Other
from autograder.explorer.operations import Actor
from autograder.explorer.records import Ask, Point, Run
from autograder.explorer.replica import Replica
from autograder.explorer.sights import End


@dataclass(slots=True)
class _Node:
    """A point of executions, and those that come after it by who moves.

    Args:
        point: What was told of it.
        end: How an execution ends that ends here.
    """

    point: Point
    end: End | None = None
    next: dict[Actor, Self] = field(default_factory=dict)


class Tree:
    """All that a witness has told when it was asked.

    Args:
        witness: Who is asked.
        watched: The things that a rule looks at.
        laid: What lies on the disk at the start of each.
    """

    def __init__(self, witness: Other, watched: frozenset[str], laid: Mapping[str, Any]) -> None:
        self._witness = witness
        self.watched = watched
        self.laid = laid
        self._root: _Node | None = None
        self._coming: deque[tuple[Actor, ...]] = deque()

    def execution(self) -> Replica:
        """A fresh execution, which is asked for as it goes on.

        Raises:
            Halt: if the witness cannot tell it; so does a step of it.
        """
        if self._root is None:
            self.ask(())
        if self._root is None:
            raise Halt("unknown")
        return _Asked(self, self._root)

    def expect(self, schedules: Iterable[tuple[Actor, ...]]) -> None:
        """Have the witness go on to what will be asked for soon, while one here looks at something else."""
        for schedule in schedules:
            if schedule not in self._coming and not self._is_told(schedule):
                self._order(schedule)

    def ask(self, schedule: tuple[Actor, ...]) -> None:
        """Have the witness tell an execution that begins with `schedule`.

        What cannot be had is not in the tree then.
        """
        if schedule not in self._coming:
            self._order(schedule)
        told = False
        while self._coming and not told:
            told = self._coming.popleft() == schedule
            self._hear()

    def _order(self, schedule: tuple[Actor, ...]) -> None:
        self._witness.order(Ask(list(schedule)))
        self._coming.append(schedule)

    def _is_told(self, schedule: tuple[Actor, ...]) -> bool:
        node = self._root
        for actor in schedule:
            node = node and node.next.get(actor)
        return node is not None

    def _hear(self) -> None:
        """Keep the execution that is told next; one that cannot be had is nothing to keep."""
        match self._witness.message():
            case Run(actors, [first, *points], end) if len(actors) == len(points):
                self._root = node = self._root or _Node(first)
                for actor, point in zip(actors, points, strict=True):
                    node = node.next.setdefault(actor, _Node(point))
                node.end = end
            case Run():
                pass
            case _:
                raise ForgedError("missing", "execution")


class _Asked(Replica):
    """One of them."""

    __slots__ = ("_node", "_schedule", "_tree")

    def __init__(self, tree: Tree, root: _Node) -> None:
        self._tree = tree
        self._node = root
        self._schedule: tuple[Actor, ...] = ()
        super().__init__([root.point], tree.watched, root.end, tree.laid)

    def step(self, actor: Actor) -> None:
        """Let `actor` do its next operation."""
        self._schedule = (*self._schedule, actor)
        if actor not in self._node.next:
            self._tree.ask(self._schedule)
        node = self._node.next.get(actor)
        if node is None:
            raise Halt("unknown")
        self._node = node
        self._points.append(node.point)
        self._end = node.end
        super().step(actor)
