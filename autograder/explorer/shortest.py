"""The shortest way to a failure: the one with the fewest switches.

After the search has shown that a program can fail, this one looks for the interleaving to tell.
It tries those in which no process is interrupted while it could go on, then those with one
interruption, then with two: a bug that needs few is understood from few (Musuvathi and Qadeer,
"Iterative Context Bounding", PLDI 2007). A process is interrupted only before an operation on
something that others use too. It is no proof of anything, so nothing is lost by its bounds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from autograder.explorer.machine import Machine
from autograder.explorer.operations import Actor

Failing = Callable[[Machine, bool], bool]
"""Whether an execution shows the failure looked for; told whether it is at its end."""


@dataclass(slots=True)
class _Found:
    schedule: tuple[Actor, ...]
    switches: int


def shortest(
    start: Callable[[], Machine],
    failing: Failing,
    known: tuple[Actor, ...],
    *,
    executions: int = 3_000,
    seconds: float = 2.0,
) -> tuple[Actor, ...]:
    """The failing schedule with the fewest interruptions and, of these, switches and steps.

    Args:
        start: Begins a fresh execution.
        failing: What is looked for.
        known: A schedule that fails; it is the answer if no simpler one is found in time.
        executions: How many executions may be tried.
        seconds: For how long.
    """
    hunt = _Hunt(start, failing)
    best = hunt.replayed(known)
    until = time.perf_counter() + seconds
    for bound in range(len(known)):
        if bound > hunt.interruptions(best.schedule):
            break
        for prefix in hunt.prefixes(bound):
            if hunt.tried >= executions or time.perf_counter() > until:
                return best.schedule
            found = hunt.run(prefix, bound)
            if found is not None and _rank(found) < _rank(best):
                best = found
        if hunt.reached == bound:
            break
    return best.schedule


def _rank(found: _Found) -> tuple[int, int]:
    return (found.switches, len(found.schedule))


class _Hunt:
    """What was tried, and what there is left to try, by the number of interruptions."""

    def __init__(self, start: Callable[[], Machine], failing: Failing) -> None:
        self._start = start
        self._failing = failing
        self._left: dict[int, list[tuple[Actor, ...]]] = {0: [()]}
        self._users: dict[str, set[Actor]] = {}
        self.tried = 0
        self.reached = -1
        """The number of interruptions with which a failure was found."""

    def prefixes(self, bound: int) -> Iterator[tuple[Actor, ...]]:
        """Beginnings with `bound` interruptions, while there are any."""
        waiting = self._left.setdefault(bound, [])
        while waiting:
            yield waiting.pop(0)

    def interruptions(self, schedule: tuple[Actor, ...]) -> int:
        """How often a process is interrupted in `schedule`."""
        machine = self._start()
        try:
            count, last = 0, None
            for actor in schedule:
                able = machine.enabled()
                if last is not None and actor != last and last in able:
                    count += 1
                machine.step(actor)
                last = actor
            return count
        finally:
            machine.close()

    def replayed(self, schedule: tuple[Actor, ...]) -> _Found:
        """The known failure, cut off where it is complete."""
        machine = self._start()
        try:
            for done, actor in enumerate(schedule):
                machine.enabled()
                self._note(machine, actor)
                machine.step(actor)
                if self._failing(machine, False):
                    return _Found(schedule[: done + 1], _switches(schedule[: done + 1]))
            return _Found(schedule, _switches(schedule))
        finally:
            machine.close()

    def _note(self, machine: Machine, actor: Actor) -> None:
        for access in machine.world.accesses(actor, machine.pending[actor]):
            self._users.setdefault(access.object, set()).add(actor)

    def _is_contended(self, machine: Machine, actor: Actor) -> bool:
        accesses = machine.world.accesses(actor, machine.pending[actor])
        return any(len(self._users.get(access.object, ())) > 1 for access in accesses)

    def run(self, prefix: tuple[Actor, ...], bound: int) -> _Found | None:
        """Follow `prefix`, then interrupt nobody; what else could be tried on the way is kept."""
        self.tried += 1
        machine = self._start()
        try:
            schedule: list[Actor] = []
            last: Actor | None = None
            while True:
                able = machine.enabled()
                if not able:
                    fails = self._failing(machine, True)
                    break
                if len(schedule) < len(prefix):
                    actor = prefix[len(schedule)]
                else:
                    actor = last if last is not None and last in able else min(able)
                    self._branch(machine, schedule, able, actor, last, bound)
                self._note(machine, actor)
                machine.step(actor)
                schedule.append(actor)
                last = actor
                fails = self._failing(machine, False)
                if fails:
                    break
        finally:
            machine.close()
        if not fails:
            return None
        self.reached = bound
        return _Found(tuple(schedule), _switches(tuple(schedule)))

    def _branch(
        self,
        machine: Machine,
        schedule: list[Actor],
        able: list[Actor],
        actor: Actor,
        last: Actor | None,
        bound: int,
    ) -> None:
        interrupts = last is not None and last in able
        if interrupts and not self._is_contended(machine, actor):
            return
        for other in able:
            if other != actor:
                cost = bound + 1 if interrupts else bound
                self._left.setdefault(cost, []).append((*schedule, other))


def _switches(schedule: tuple[Actor, ...]) -> int:
    return sum(one != other for one, other in pairwise(schedule))
