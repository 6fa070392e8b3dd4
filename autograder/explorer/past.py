"""What has happened in an execution, whatever the order of what does not matter, as a number.

Two executions that differ only in the order of independent operations have come to the same state
(Mazurkiewicz, "Trace Theory", 1986). Of what has happened it is kept who did it and which dependent
operations came before; so such executions have the same number, and others, but for an accident of one
in some 10**18, have not.
"""

from __future__ import annotations

from collections.abc import Iterable

from autograder.explorer.executions import ENDINGS, Execution
from autograder.explorer.operations import Access, Actor
from autograder.explorer.search import TURNING_AWAY
from autograder.explorer.world import usual_dependency


class Past:
    """The past of one execution, step by step.

    Args:
        execution: It, at its start.
    """

    def __init__(self, execution: Execution) -> None:
        self._execution = execution
        self._last: dict[Actor, int] = {}
        self._uses: dict[str, list[tuple[str, int]]] = {}
        self._against = usual_dependency().against
        self.number = 0

    def with_step(self, actor: Actor, accesses: Iterable[Access]) -> int:
        """The number that this past has once `actor` has done what it stands before."""
        return self.number + self._of_step(actor, accesses)

    def take(self, actor: Actor, accesses: Iterable[Access]) -> None:
        """Have `actor` do what it stands before; to be said before it does."""
        step = self._of_step(actor, accesses)
        self.number += step
        self._last[actor] = step
        for name, kind, _ in accesses:
            self._uses.setdefault(name, []).append((kind, step))

    def _of_step(self, actor: Actor, accesses: Iterable[Access]) -> int:
        kind, name, _ = self._execution.pending[actor]
        before = tuple((used, way, self._before(used, way)) for used, way, _ in accesses)
        everything = self.number if self._ends_others(actor, kind) else 0
        return hash((actor, kind, name, self._last.get(actor, 0), before, everything))

    def _before(self, name: str, kind: str) -> int:
        """What was done to a thing, as far as its order with another operation of this kind matters."""
        against = self._against[kind]
        return sum(step for other, step in self._uses.get(name, ()) if other in against)

    def _ends_others(self, actor: Actor, kind: str) -> bool:
        """Whether it matters to this step how far others have come that have nothing to do with it."""
        if kind in ENDINGS:
            return any(True for _ in self._execution.victims(actor))
        return kind in TURNING_AWAY
