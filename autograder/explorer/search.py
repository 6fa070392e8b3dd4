"""Which interleavings must be tried so that no outcome is missed.

Source-DPOR with sleep sets, after Abdulla, Aronis, Jonsson and Sagonas, "Optimal Dynamic Partial
Order Reduction" (POPL 2014). Two executions that differ only in the order of independent operations
have the same outcome; of each such class one execution is tried. Nothing is bounded and nothing is
sampled: what this search does not find cannot happen.

An operation that another made possible is never tried before it; see
:attr:`~autograder.explorer.operations.Kind.spares`.

Executions are replayed from their start. What is explored is anything with the methods of
:class:`~autograder.explorer.executions.Execution`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from autograder.explorer.executions import (
    ENDINGS,
    Clock,
    Execution,
    Frame,
    NotRepeatableError,
    Result,
)
from autograder.explorer.operations import Access, Actor, Op
from autograder.explorer.world import Dependency, usual_dependency

TURNING_AWAY = frozenset({"server.stop"})
"""Kinds after which others do something else than what they waited for."""


@dataclass(slots=True)
class Counts:
    """What a search has done so far."""

    executions: int = 0
    """Complete ones."""
    cut: int = 0
    """Those that a sleep set ended, because their end had been seen."""
    steps: int = 0
    """Of all of these together."""


def explore(
    start: Callable[[], Execution], dependency: Dependency | None = None
) -> Iterator[Result]:
    """Try one execution of each class of equivalent ones; yields every complete one.

    Args:
        start: Begins a fresh execution; each must repeat itself when its actors move alike.
        dependency: The relation to reduce by.

    Raises:
        NotRepeatableError: if one does not.
    """
    return Search(start, dependency).results()


class Search:
    """The path under exploration, as a stack of frames.

    Args:
        start: Begins a fresh execution.
        dependency: The relation to reduce by.
    """

    def __init__(
        self, start: Callable[[], Execution], dependency: Dependency | None = None
    ) -> None:
        self._start = start
        self._dependency = dependency or usual_dependency()
        self._path: list[Frame] = []
        self._steps: dict[Actor, list[Frame]] = {}
        self._uses: dict[str, list[tuple[Frame, str, frozenset[str], int]]] = {}
        self.counts = Counts()

    @property
    def depth(self) -> int:
        """At how many points, from the first on, the next execution will be what the last one was."""
        return len(self._path)

    def results(self) -> Iterator[Result]:
        """Every complete execution, one after the other; each may be looked at until the next."""
        while True:
            execution = self._start()
            try:
                result = self._run(execution)
                self.counts.steps += len(self._path)
                if result is not None:
                    self.counts.executions += 1
                    yield result
                else:
                    self.counts.cut += 1
            finally:
                execution.close()
            if not self._go_on():
                return

    def _go_on(self) -> bool:
        """Turn to the deepest point with something left to try; whether there is any."""
        path = self._path
        while path:
            frame = path[-1]
            if frame.clock:
                self._forget(frame)
            frame.sleep[frame.actor] = frame.accesses
            left = [actor for actor in frame.backtrack if actor not in frame.sleep]
            if left:
                frame.actor = min(left)
                frame.op = frame.pending[frame.actor]
                return True
            path.pop()
        return False

    def _forget(self, frame: Frame) -> None:
        """Take back what was noted of the step from `frame`, the last one of the path."""
        self._steps[frame.actor].pop()
        for access in frame.accesses:
            self._uses[access[0]].pop()
        frame.clock = {}
        frame.victims = ()

    def _run(self, execution: Execution) -> Result | None:
        """One execution along the path and on from its end; None if a sleep set cut it short."""
        path, step = self._path, execution.step
        if path:
            for depth in range(len(path) - 1):
                frame = path[depth]
                if execution.pending.get(frame.actor) != frame.op:
                    _repeat(execution, depth, frame)
                step(frame.actor)
            if execution.pending.get(path[-1].actor) != path[-1].op:
                _repeat(execution, len(path) - 1, path[-1])
            self._take(execution, path[-1])
            frame = self._arrive(execution, path[-1])
        else:
            enabled = execution.enabled()
            frame = Frame(execution.pending.copy(), enabled, {})
        while True:
            sleep = frame.sleep
            awake = (
                [actor for actor in frame.enabled if actor not in sleep] if sleep else frame.enabled
            )
            if not awake:
                break
            frame.actor = actor = min(awake)
            frame.op = frame.pending[actor]
            frame.backtrack.add(actor)
            path.append(frame)
            self._take(execution, frame)
            frame = self._arrive(execution, frame)
        self._find_races_of_the_blocked(execution, frame)
        if frame.enabled:
            return None  # all that could move is asleep: seen elsewhere, and no deadlock
        schedule = tuple([each.actor for each in path])
        return Result(schedule, frozenset(frame.pending), execution, path)

    def _take(self, execution: Execution, frame: Frame) -> None:
        """Take the step from `frame`, the last of the path, and note what it could come before."""
        actor, op = frame.actor, frame.op
        frame.accesses = accesses = execution.world.accesses(actor, op)
        clock = self._find_races(execution, actor, accesses)
        if op[0] in ENDINGS:
            self._end(execution, frame, clock)
        elif op[0] in TURNING_AWAY:
            self._find_races_of_the_blocked(execution, frame)
        clock[actor] = clock.get(actor, 0) + 1
        frame.clock = clock
        depth = len(self._path) - 1
        steps, uses_of = self._steps, self._uses
        if actor in steps:
            steps[actor].append(frame)
        else:
            steps[actor] = [frame]
        for name, kind, spares in accesses:
            use = (frame, kind, spares, depth)
            if name in uses_of:
                uses_of[name].append(use)
            else:
                uses_of[name] = [use]
        execution.step(actor)

    def _arrive(self, execution: Execution, before: Frame) -> Frame:
        """The frame for the point that `execution` is at, one step after `before`."""
        sleep: dict[Actor, tuple[Access, ...]] = {}
        enabled = execution.enabled()  # first of all, for it may change what is pending
        if not before.sleep:
            return Frame(execution.pending.copy(), enabled, sleep)
        accesses, settled = execution.world.accesses, self._dependency.settled
        for actor, asleep in before.sleep.items():
            if actor == before.actor or actor in before.victims:
                continue
            op = before.pending[actor]
            if op[0] in ENDINGS and before.actor in execution.victims(actor):
                continue
            if settled(asleep, before.accesses):
                now = accesses(actor, op)
                if op[0] != "channel.flush" or now[-1][0] == asleep[-1][0]:
                    sleep[actor] = now  # else it is not what fell asleep: it sends otherwise
        return Frame(execution.pending.copy(), enabled, sleep)

    def _known(self, execution: Execution, actor: Actor) -> Clock:
        """What `actor`'s next operation happens after, whatever it is done to; a fresh dictionary."""
        steps = self._steps.get(actor)
        known = steps[-1].clock.copy() if steps else {}
        cause = execution.cause(actor)
        if cause is not None:
            _join(known, self._path[cause].clock)
        return known

    def _find_races(
        self, execution: Execution, actor: Actor, accesses: tuple[Access, ...]
    ) -> Clock:
        """Where `actor` could come before an earlier step, have that tried; what it happens after."""
        taken = self._steps.get(actor)
        if taken and actor not in execution.agents:
            known = clock = taken[-1].clock.copy()
        else:
            known = clock = self._known(execution, actor)
        races: list[int] = []
        uses_of, against_of = self._uses, self._dependency.against
        for name, kind, _ in accesses:
            uses = uses_of.get(name)
            if not uses:
                continue
            against = against_of[kind]
            for frame, earlier_kind, spares, depth in uses:
                earlier = frame.actor
                if earlier == actor or earlier_kind not in against:
                    continue
                steps = frame.clock
                if steps[earlier] <= known.get(earlier, 0):
                    continue  # it happens before whatever led `actor` to this operation
                if clock is known:
                    clock = known.copy()
                _join(clock, steps)
                if kind not in spares:
                    races.append(depth)
        for depth in races:
            self._try_before(depth, actor, clock)
        return clock

    def _find_races_of_the_blocked(self, execution: Execution, frame: Frame) -> None:
        """Who cannot move now has an operation, too, that could have come before others."""
        for actor, op in frame.pending.items():
            if actor not in frame.enabled:
                self._find_races(execution, actor, execution.world.accesses(actor, op))

    def _end(self, execution: Execution, frame: Frame, clock: Clock) -> None:
        """An ending could come before any step of those it ends, and any of them could come first."""
        frame.victims = victims = tuple(execution.victims(frame.actor))
        if not victims:
            return
        known = clock.copy()
        last = len(self._path) - 1
        for victim in victims:
            op = frame.pending.get(victim)
            if op is not None:
                self._try_another(execution, frame)
                # What it waited for in vain until now, it could have had instead of others.
                self._find_races(execution, victim, execution.world.accesses(victim, op))
            steps = self._steps.get(victim)
            if steps:
                _join(clock, steps[-1].clock)
        for depth in range(last):
            each = self._path[depth]
            if each.actor in victims and each.clock[each.actor] > known.get(each.actor, 0):
                self._try_before(depth, frame.actor, clock)

    def _try_another(self, execution: Execution, frame: Frame) -> None:
        """At `frame`, have all tried in which its ending does not come first.

        One other step is enough: what it comes before is found out where the two meet. None is
        needed if all that can come before the ending are other endings, and they change nothing
        that anybody waits for.
        """
        pending = frame.pending
        others = [each for each in frame.enabled if each != frame.actor]
        if all(pending[each][0] in ENDINGS for each in others):
            changed = _things(execution, pending, others)
            rest = [each for each in pending if each not in others]
            possible = execution.world.enabled
            asking = any(  # the same thing again and again, and more than that one thing
                each not in frame.enabled and possible(each, pending[each]) for each in rest
            )
            if not asking and changed.isdisjoint(_things(execution, pending, rest)):
                return
        awake = [each for each in others if each not in frame.sleep]
        if awake and frame.backtrack.isdisjoint(awake):
            frame.backtrack.add(min(awake))

    def _try_before(self, index: int, actor: Actor, clock: Clock) -> None:
        """At `index`, have something tried that leads to `actor`'s operation coming first."""
        frame = self._path[index]
        first = self._initials(index, actor, clock)
        if not frame.backtrack.isdisjoint(first):
            return
        possible = [each for each in frame.enabled if each in first]
        # Without one that could move there, anything might lead on: try them all.
        frame.backtrack.update([min(possible)] if possible else frame.enabled)

    def _initials(self, index: int, actor: Actor, after: Clock) -> set[Actor]:
        """Who may take the first step of what follows `index` without happening after it."""
        path = self._path
        raced = path[index].actor
        mark = path[index].clock[raced]
        initials: set[Actor] = set()
        seen: dict[Actor, int] = {}  # for each actor, its first step after `index` not after it
        for depth in range(index + 1, len(path)):
            step = path[depth]
            clock = step.clock
            if not clock or clock.get(raced, 0) >= mark:
                continue  # it happens after the raced step
            mover = step.actor
            if mover not in seen:
                if all(clock.get(other, 0) < at for other, at in seen.items()):
                    initials.add(mover)
                seen[mover] = clock[mover]
        if actor not in seen and all(after.get(other, 0) < at for other, at in seen.items()):
            initials.add(actor)
        return initials


def _repeat(execution: Execution, depth: int, frame: Frame) -> None:
    """Let an execution come to what was done at `frame`, or complain that it does not.

    What an actor does when nothing else can move shows only once it is asked who could.
    """
    execution.enabled()
    now = execution.pending.get(frame.actor)
    if now != frame.op:
        raise NotRepeatableError(depth, frame.actor, frame.op, now)


def _things(execution: Execution, pending: Mapping[Actor, Op], actors: Iterable[Actor]) -> set[str]:
    """All that the next operations of `actors` have to do with."""
    accesses = execution.world.accesses
    return {access[0] for each in actors for access in accesses(each, pending[each])}


def _join(clock: Clock, other: Clock) -> None:
    """Let `clock` be after all that `other` is after."""
    for actor, steps in other.items():
        if steps > clock.get(actor, 0):
            clock[actor] = steps
