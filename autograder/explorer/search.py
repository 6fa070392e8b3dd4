"""Which interleavings must be tried so that no outcome is missed.

Source-DPOR with sleep sets, after Abdulla, Aronis, Jonsson and Sagonas, "Optimal Dynamic Partial
Order Reduction" (POPL 2014). Two executions that differ only in the order of independent operations
have the same outcome; of each such class one execution is tried. Nothing is bounded and nothing is
sampled: what this search does not find cannot happen.

Executions are replayed from their start. What is explored is anything with the methods of
:class:`Execution`: actors that each have one next operation, and a world.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from autograder.explorer.operations import Actor, Op
from autograder.explorer.world import Dependency, World


class Execution(Protocol):
    """One run of the program under exploration, stopped before each operation."""

    world: World

    def pending(self) -> dict[Actor, Op]:
        """The next operation of each actor that has one."""

    def step(self, actor: Actor) -> None:
        """Let `actor` do its next operation and go on to the one after it."""

    def outcome(self) -> Any:
        """What this execution came to, as plain, hashable data."""


@dataclass(frozen=True, slots=True)
class Result:
    """A complete execution: who moved at each step, what it came to, and who waits for ever."""

    schedule: tuple[Actor, ...]
    outcome: Any
    stuck: frozenset[Actor]


@dataclass(slots=True)
class _Frame:
    """One point of the path under exploration, before the step that `actor` takes from it."""

    pending: dict[Actor, Op]
    enabled: set[Actor]
    sleep: dict[Actor, Op]
    backtrack: set[Actor] = field(default_factory=set)
    done: set[Actor] = field(default_factory=set)
    actor: Actor = -1
    clock: dict[Actor, int] = field(default_factory=dict)
    """For the step taken: how many steps of each actor it happens after, its own included."""

    @property
    def op(self) -> Op:
        return self.pending[self.actor]


def explore(
    start: Callable[[], Execution], dependency: Dependency | None = None
) -> Iterator[Result]:
    """Try one execution of each class of equivalent ones; yields every complete one.

    Args:
        start: Begins a fresh execution; each must repeat itself when its actors move alike.
        dependency: The relation to reduce by.
    """
    search = _Search(start, dependency or Dependency())
    while search.go_on():
        result = search.run()
        if result is not None:
            yield result


class _Search:
    """The path under exploration, as a stack of frames."""

    def __init__(self, start: Callable[[], Execution], dependency: Dependency) -> None:
        self._start = start
        self._dependent = dependency
        self._path: list[_Frame] = []
        self._begun = False

    def go_on(self) -> bool:
        """Turn to the deepest point with something left to try; whether there is any."""
        if not self._begun:
            self._begun = True
            return True
        while self._path:
            frame = self._path[-1]
            frame.done.add(frame.actor)
            frame.sleep[frame.actor] = frame.op
            left = frame.backtrack - frame.done - frame.sleep.keys()
            if left:
                frame.actor = min(left)
                return True
            self._path.pop()
        return False

    def run(self) -> Result | None:
        """One execution along the path and on from its end; None if a sleep set cut it short."""
        execution = self._start()
        for depth, frame in enumerate(self._path):
            execution.step(frame.actor)
            if depth == len(self._path) - 1:
                self._took(execution.world, depth)
        while True:
            frame = self._arrive(execution)
            awake = frame.enabled - frame.sleep.keys()
            if not awake:
                break
            frame.actor = min(awake)
            frame.backtrack.add(frame.actor)
            self._path.append(frame)
            execution.step(frame.actor)
            self._took(execution.world, len(self._path) - 1)
        # Who cannot move now has an operation, too, that could have come before others.
        for actor in frame.pending.keys() - frame.enabled:
            self._find_races(execution.world, actor, frame.pending[actor])
        if frame.enabled:
            return None  # all that could move is asleep: seen elsewhere, and no deadlock
        schedule = tuple(each.actor for each in self._path)
        return Result(schedule, execution.outcome(), frozenset(frame.pending))

    def _arrive(self, execution: Execution) -> _Frame:
        """The frame for the point that `execution` is at."""
        pending, world = execution.pending(), execution.world
        enabled = {actor for actor, op in pending.items() if world.enabled(actor, op)}
        sleep: dict[Actor, Op] = {}
        if self._path:
            before = self._path[-1]
            sleep = {
                actor: op
                for actor, op in before.sleep.items()
                if actor != before.actor and not self._dependent(world, op, before.op)
            }
        return _Frame(pending, enabled, sleep)

    def _took(self, world: World, depth: int) -> None:
        """Note what the step at `depth` happens after, and what it could have come before."""
        frame = self._path[depth]
        self._find_races(world, frame.actor, frame.op, depth)
        clock = dict(self._clock_of(frame.actor, depth))
        for earlier in self._path[:depth]:
            if earlier.actor != frame.actor and self._dependent(world, earlier.op, frame.op):
                for actor, steps in earlier.clock.items():
                    clock[actor] = max(clock.get(actor, 0), steps)
        clock[frame.actor] = clock.get(frame.actor, 0) + 1
        frame.clock = clock

    def _clock_of(self, actor: Actor, depth: int) -> dict[Actor, int]:
        """What `actor`'s last step before `depth` happened after: its own, or its parent's start."""
        for frame in reversed(self._path[:depth]):
            if frame.actor == actor:
                return frame.clock
        for frame in reversed(self._path[:depth]):
            if frame.op.kind == "start" and frame.op.argument == actor:
                return frame.clock
        return {}

    def _find_races(self, world: World, actor: Actor, op: Op, depth: int | None = None) -> None:
        """Where `op` could have come before an earlier, dependent step: have that tried, too."""
        end = len(self._path) if depth is None else depth
        known = self._clock_of(actor, end)
        for index in range(end - 1, -1, -1):
            frame = self._path[index]
            if frame.actor == actor or not self._dependent(world, frame.op, op):
                continue
            if frame.clock[frame.actor] <= known.get(frame.actor, 0):
                continue  # it happens before whatever led `actor` to this operation
            if frame.pending.get(actor) == op and actor not in frame.enabled:
                continue  # it was that step, or one before it, that made `op` possible
            self._try_before(index, actor, end)

    def _try_before(self, index: int, actor: Actor, end: int) -> None:
        """At `index`, have something tried that leads to `actor`'s operation coming first."""
        frame = self._path[index]
        first = self._initials(index, actor, end)
        if frame.backtrack & first:
            return
        possible = first & frame.enabled
        # Without one that could move there, anything might lead on: try them all.
        frame.backtrack |= {min(possible)} if possible else frame.enabled

    def _initials(self, index: int, actor: Actor, end: int) -> set[Actor]:
        """Who may take the first step of what follows `index` without happening after it."""
        raced = self._path[index]
        mark = raced.clock[raced.actor]
        initials: set[Actor] = set()
        seen: dict[Actor, int] = {}  # for each actor, its first step after `index` not after it
        for step in self._path[index + 1 : end]:
            if step.clock.get(raced.actor, 0) >= mark:
                continue  # it happens after the raced step
            if all(step.clock.get(other, 0) < at for other, at in seen.items()):
                initials.add(step.actor)
            seen.setdefault(step.actor, step.clock[step.actor])
        known = self._clock_of(actor, end)
        if all(known.get(other, 0) < at for other, at in seen.items()):
            initials.add(actor)
        return initials
