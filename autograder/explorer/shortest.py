"""The shortest way to a failure: the one with the fewest switches.

After the search has shown that a program can fail, this one looks for the interleaving to tell.
It tries those in which no process is interrupted while it could go on, then those with one
interruption, then with two: a bug that needs few is understood from few (Musuvathi and Qadeer,
"Iterative Context Bounding", PLDI 2007). A process is interrupted only before an operation on
something that others use too. It is no proof of anything, so nothing is lost by its bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Generic, TypeVar

from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.executions import NotRepeatableError
from autograder.explorer.operations import Actor
from autograder.explorer.sights import Visible
from autograder.explorer.sweeping import sweep

Seen = TypeVar("Seen", bound=Visible)
Failing = Callable[[Seen, bool], bool]
"""Whether an execution shows the failure looked for; told whether it is at its end."""


EXECUTIONS = 3_000
"""How many executions are tried at most."""
STEPS = 60_000
"""How many steps they may take together: as many everywhere, so that the story is the same."""


def shortest(
    start: Callable[[], Seen], failing: Failing[Seen], known: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """The failing schedule with the fewest interruptions and, of these, switches and steps.

    Args:
        start: Begins a fresh execution.
        failing: What is looked for.
        known: A schedule that fails; it is the answer if no simpler one is found soon.

    Raises:
        NotRepeatableError: if `known` cannot be taken again.
    """
    hunt = _Hunt(start, failing)
    best = hunt.replayed(known)
    for bound in range(len(known)):
        if bound > hunt.interruptions(best):
            break
        for prefix in hunt.prefixes(bound):
            if hunt.tried >= EXECUTIONS or hunt.steps >= STEPS:
                return best
            found = hunt.run(prefix, bound)
            if found is not None and _rank(found) < _rank(best):
                best = found
        if hunt.reached == bound:
            break
    return best


def _rank(schedule: tuple[Actor, ...]) -> tuple[int, int]:
    switches = sum(one != other for one, other in pairwise(schedule))
    return (switches, len(schedule))


class _Hunt(Generic[Seen]):
    """What was tried, and what there is left to try, by the number of interruptions."""

    def __init__(self, start: Callable[[], Seen], failing: Failing[Seen]) -> None:
        self._start = start
        self._failing = failing
        self._left: dict[int, list[tuple[Actor, ...]]] = {0: [()]}
        self._users: dict[str, set[Actor]] = {}
        self.tried = 0
        self.steps = 0
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

    def replayed(self, schedule: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The known failure, cut off where it is complete."""
        machine = self._start()
        try:
            for done, actor in enumerate(schedule):
                machine.enabled()
                if actor not in machine.pending:
                    raise NotRepeatableError(done, actor, None, None)
                self._note(machine, actor)
                machine.step(actor)
                if self._failing(machine, False):
                    return schedule[: done + 1]
            return schedule
        finally:
            machine.close()

    def _note(self, machine: Seen, actor: Actor) -> None:
        for access in machine.world.accesses(actor, machine.pending[actor]):
            self._users.setdefault(access.object, set()).add(actor)

    def _is_contended(self, machine: Seen, actor: Actor) -> bool:
        accesses = machine.world.accesses(actor, machine.pending[actor])
        return any(len(self._users.get(access.object, ())) > 1 for access in accesses)

    def run(self, prefix: tuple[Actor, ...], bound: int) -> tuple[Actor, ...] | None:
        """Follow `prefix`, then interrupt nobody; what else could be tried on the way is kept.

        Returns:
            The schedule, if it fails. What cannot be explored leads nowhere.
        """
        self.tried += 1
        sweep(self.tried)
        machine = self._start()
        schedule: list[Actor] = []
        try:
            fails = self._goes_wrong(machine, prefix, bound, schedule)
        except Halt as halt:
            if halt.reason == AGAIN:
                raise
            fails = False
        finally:
            machine.close()
            self.steps += len(schedule)
        if not fails:
            return None
        self.reached = bound
        return tuple(schedule)

    def _goes_wrong(
        self, machine: Seen, prefix: tuple[Actor, ...], bound: int, schedule: list[Actor]
    ) -> bool:
        """Whether the failure comes; the steps up to there are put into `schedule`."""
        last: Actor | None = None
        while able := machine.enabled():
            if len(schedule) < len(prefix):
                actor = prefix[len(schedule)]
                if actor not in able:
                    return False  # the program is another one than it was
            else:
                actor = last if last is not None and last in able else min(able)
                self._branch(machine, schedule, able, actor, last, bound)
            self._note(machine, actor)
            machine.step(actor)
            schedule.append(actor)
            last = actor
            if self._failing(machine, False):
                return True
        return self._failing(machine, True)

    def _branch(
        self,
        machine: Seen,
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
