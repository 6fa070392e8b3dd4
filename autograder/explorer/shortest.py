"""The shortest way to a failure: the one with the fewest switches.

After the search has shown that a program can fail, this one looks for the interleaving to tell.
It tries those in which no process is interrupted while it could go on, then those with one
interruption, then with two: a bug that needs few is understood from few (Musuvathi and Qadeer,
"Iterative Context Bounding", PLDI 2007). A process is interrupted only before an operation on
something that others use too. It is no proof of anything, so nothing is lost by its bounds.

Of those with as many interruptions the one that can do with the fewest switches comes first, as in A*
(Hart, Nilsson and Raphael, 1968); what cannot become shorter than the best so far is left out, and so
is what comes to a state that was come to before with no more of either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush, nsmallest
from itertools import count, pairwise
from typing import Generic, TypeVar

from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.executions import ENDINGS, NotRepeatableError
from autograder.explorer.operations import Access, Actor
from autograder.explorer.past import Past
from autograder.explorer.sights import Visible
from autograder.explorer.sweeping import sweep

Seen = TypeVar("Seen", bound=Visible)
Schedule = tuple[Actor, ...]
Failing = Callable[[Seen, bool], bool]
"""Whether an execution shows the failure looked for; told whether it is at its end."""
Expect = Callable[[Iterable[Schedule]], None]
"""Told what the next executions will begin with, most likely."""


EXECUTIONS = 3_000
"""How many executions are tried at most."""
STEPS = 60_000
"""How many steps they may take together: as many everywhere, so that the story is the same."""
AHEAD = 4
"""Of how many executions it is said before that they come next."""


def shortest(
    start: Callable[[], Seen],
    failing: Failing[Seen],
    known: Schedule,
    *,
    all_end: bool = False,
    expect: Expect | None = None,
) -> Schedule:
    """The failing schedule with the fewest interruptions and, of these, switches and steps.

    Args:
        start: Begins a fresh execution.
        failing: What is looked for.
        known: A schedule that fails; it is the answer if no simpler one is found soon.
        all_end: Whether it shows only when nobody is left: then all that are there must still move.
        expect: Told what will be tried soon, if that is of use to anybody.

    Raises:
        NotRepeatableError: if `known` cannot be taken again.
    """
    hunt = _Hunt(start, failing, all_end=all_end, expect=expect)
    hunt.replay(known)
    for bound in range(len(known)):
        if bound > hunt.interruptions(hunt.best):
            break
        for prefix in hunt.prefixes(bound):
            if hunt.tried >= EXECUTIONS or hunt.steps >= STEPS:
                return hunt.best
            hunt.run(prefix, bound)
        if hunt.reached == bound:
            break
    return hunt.best


def _rank(schedule: Schedule) -> tuple[int, int]:
    switches = sum(one != other for one, other in pairwise(schedule))
    return (switches, len(schedule))


class _Walk(Generic[Seen]):
    """One execution, and how it came to where it is.

    Args:
        machine: It, at its start.
    """

    def __init__(self, machine: Seen) -> None:
        self.machine = machine
        self.past = Past(machine)
        self.schedule: list[Actor] = []
        self.last: Actor | None = None
        self.switches = 0

    def accesses(self, actor: Actor) -> tuple[Access, ...]:
        """What `actor`'s next operation is to which objects."""
        return self.machine.world.accesses(actor, self.machine.pending[actor])

    def step(self, actor: Actor) -> None:
        """Let `actor` do its next operation."""
        self.past.take(actor, self.accesses(actor))
        self.machine.step(actor)
        self.schedule.append(actor)
        self.switches += self.last not in (None, actor)
        self.last = actor


class _Hunt(Generic[Seen]):
    """What was tried, and what there is left to try, by the number of interruptions."""

    def __init__(
        self,
        start: Callable[[], Seen],
        failing: Failing[Seen],
        *,
        all_end: bool,
        expect: Expect | None,
    ) -> None:
        self._start = start
        self._failing = failing
        self._all_end = all_end
        self._expect = expect
        self._left: dict[int, list[tuple[int, int, Schedule]]] = {0: [(0, 0, ())]}
        """By the number of interruptions: the least number of switches, a serial number, the beginning."""
        self._serial = count(1)
        self._come_to: dict[tuple[int, Actor], tuple[int, int]] = {}
        """With how many interruptions and switches a past was come to, by who moved last."""
        self._users: dict[str, set[Actor]] = {}
        self._victims: set[Actor] = set()
        """Those that were ended by others: they need not move to be gone."""
        self._best_rank = (0, 0)
        self.best: Schedule = ()
        self.tried = 0
        self.steps = 0
        self.reached = -1
        """The number of interruptions with which a failure was found."""

    def prefixes(self, bound: int) -> Iterator[Schedule]:
        """Beginnings with `bound` interruptions, those with the fewest switches first."""
        waiting = self._left.setdefault(bound, [])
        while waiting:
            switches, _, prefix = heappop(waiting)
            if (switches, len(prefix)) >= self._best_rank:
                continue
            if self._expect is not None:
                self._expect([prefix, *(each for *_, each in nsmallest(AHEAD, waiting))])
            yield prefix

    def interruptions(self, schedule: Schedule) -> int:
        """How often a process is interrupted in `schedule`."""
        machine = self._start()
        try:
            found, last = 0, None
            for actor in schedule:
                able = machine.enabled()
                if last is not None and actor != last and last in able:
                    found += 1
                machine.step(actor)
                last = actor
            return found
        finally:
            machine.close()

    def replay(self, schedule: Schedule) -> None:
        """Keep the known failure, cut off where it is complete."""
        self._keep(schedule)
        machine = self._start()
        try:
            for done, actor in enumerate(schedule):
                machine.enabled()
                if actor not in machine.pending:
                    raise NotRepeatableError(done, actor, None, None)
                self._note(machine, actor)
                machine.step(actor)
                if self._failing(machine, False):
                    self._keep(schedule[: done + 1])
                    return
        finally:
            machine.close()

    def _keep(self, schedule: Schedule) -> None:
        self.best, self._best_rank = schedule, _rank(schedule)

    def _note(self, machine: Seen, actor: Actor) -> None:
        """Learn from what `actor` is about to do."""
        op = machine.pending[actor]
        for access in machine.world.accesses(actor, op):
            self._users.setdefault(access.object, set()).add(actor)
        if op.kind in ENDINGS:
            self._victims.update(machine.victims(actor))

    def _is_contended(self, accesses: Iterable[Access]) -> bool:
        return any(len(self._users.get(access.object, ())) > 1 for access in accesses)

    def run(self, prefix: Schedule, bound: int) -> None:
        """Follow `prefix`, then interrupt nobody; what else could be tried on the way is kept.

        What cannot be explored leads nowhere.
        """
        self.tried += 1
        sweep(self.tried)
        walk = _Walk(self._start())
        try:
            fails = self._goes_wrong(walk, prefix, bound)
        except Halt as halt:
            if halt.reason == AGAIN:
                raise
            fails = False
        finally:
            walk.machine.close()
            self.steps += len(walk.schedule)
        if fails:
            self.reached = bound
            schedule = tuple(walk.schedule)
            if _rank(schedule) < self._best_rank:
                self._keep(schedule)

    def _goes_wrong(self, walk: _Walk[Seen], prefix: Schedule, bound: int) -> bool:
        """Whether the failure comes, in a way that is not known and may be the best."""
        machine = walk.machine
        while able := machine.enabled():
            follows = len(walk.schedule) < len(prefix)
            if follows:
                actor = prefix[len(walk.schedule)]
                if actor not in able:
                    return False  # the program is another one than it was
            else:
                actor = walk.last if walk.last is not None and walk.last in able else min(able)
                self._branch(walk, able, actor, bound)
            self._note(machine, actor)
            walk.step(actor)
            if self._failing(machine, False):
                return True
            least = walk.switches + self._to_come(machine, actor)
            if (least, len(walk.schedule)) >= self._best_rank:
                return False
            known = (walk.past.number, actor)
            if not follows and self._is_known(known, bound, walk.switches):
                return False
        return self._failing(machine, True)

    def _branch(self, walk: _Walk[Seen], able: list[Actor], actor: Actor, bound: int) -> None:
        """Keep for later that others than `actor` move now."""
        interrupts = walk.last is not None and walk.last in able
        if interrupts and not self._is_contended(walk.accesses(actor)):
            return
        interruptions = bound + interrupts
        switches = walk.switches + (walk.last is not None)
        for other in able:
            least = switches + self._to_come(walk.machine, other)
            if other == actor or (least, len(walk.schedule) + 1) >= self._best_rank:
                continue
            known = (walk.past.with_step(other, walk.accesses(other)), other)
            if not self._is_known(known, interruptions, switches):
                entry = (least, next(self._serial), (*walk.schedule, other))
                heappush(self._left.setdefault(interruptions, []), entry)

    def _to_come(self, machine: Seen, actor: Actor) -> int:
        """How many more switches it takes at least once `actor` moves."""
        if not self._all_end:
            return 0
        left = machine.pending.keys() - self._victims - {actor}
        for each, op in machine.pending.items():
            if op.kind in ENDINGS:
                left.difference_update(machine.victims(each))
        return len(left)

    def _is_known(self, state: tuple[int, Actor], interruptions: int, switches: int) -> bool:
        """Whether a state has been come to with no more of both before; it has been from now on."""
        before = self._come_to.get(state)
        if before is not None and before[0] <= interruptions and before[1] <= switches:
            return True
        self._come_to[state] = (interruptions, switches)
        return False
