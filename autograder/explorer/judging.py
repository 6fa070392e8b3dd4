"""What is wrong with an execution."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from autograder.explorer import concurrency
from autograder.explorer.conditions import (
    Always,
    AtEnd,
    AtOnce,
    Condition,
    NotThereError,
    View,
)
from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.executions import Result
from autograder.explorer.operations import Actor
from autograder.explorer.sights import Failure, UntoldError, Visible, failed

__all__ = ["Failure", "Judge", "failed", "limit_of_ours", "stuck"]


def stuck(execution: Visible) -> Failure:
    """Who is left waits for ever: blocked, or asking the same thing over and over."""
    return Failure("livelock" if execution.ending().parked else "deadlock")


def limit_of_ours(failure: Failure, names: Container[str]) -> str:
    """Which of our limits makes a program fail that uses `names`; empty if it is its own fault."""
    if failure == Failure("exception", "MemoryError"):
        return "memory"
    deeper = "setrecursionlimit" in names
    return "recursion" if deeper and failure == Failure("exception", "RecursionError") else ""


class Judge:
    """Judges executions by conditions, besides that nothing fails and nobody waits for ever.

    Args:
        conditions: What must hold.
        measure: Whether to find out how many processes are at work at once, whatever the conditions.
    """

    def __init__(self, conditions: Sequence[Condition], *, measure: bool) -> None:
        self.always = [each for each in conditions if isinstance(each, Always)]
        self._at_end = [each for each in conditions if isinstance(each, AtEnd)]
        self.at_once = [each for each in conditions if isinstance(each, AtOnce)]
        self._measure = measure
        self.watched: frozenset[str] = frozenset()
        """The names of all shared things that a rule has ever looked at."""
        self.notes: set[str] = set()
        """Why what was explored may not be all."""
        self.most_at_once = 0
        self.crowd: tuple[Actor, ...] = ()
        """A schedule with too many asleep, side by side."""
        self.starts = False
        """Whether any process started another one."""
        self._judged: set[str] = set()

    def begin_anew(self) -> None:
        """Forget what was found, but not what has been learned."""
        self.notes.clear()
        self._judged.clear()
        self.most_at_once = 0
        self.crowd = ()

    def of_result(
        self, execution: Visible, result: Result, start: Callable[[], Visible]
    ) -> Failure | None:
        """What is wrong with a complete execution of the search."""
        if self.at_once or self._measure:
            at_once = concurrency.at_once(result.path, max(1, self.most_at_once))
            self.most_at_once = max(self.most_at_once, at_once)
            most = min([each.most for each in self.at_once if each.most], default=0)
            if most and at_once > most:
                self.crowd = self.crowd or concurrency.together(result.path)
                return Failure("rule", "at-once")
        return self.of(execution, result.schedule, start)

    def of(
        self, execution: Visible, schedule: Iterable[Actor], start: Callable[[], Visible]
    ) -> Failure | None:
        """What is wrong with an execution that has taken `schedule` from its `start` to its end."""
        failure = self.at_end(execution)
        if failure is None and self.always:
            failure = self._on_the_way(schedule, start)
        return failure

    def at_end(self, execution: Visible) -> Failure | None:
        """What is wrong at the end of an execution."""
        end = execution.ending()
        self.notes.update(end.notes)
        self.starts = self.starts or end.processes > 1
        if end.failed is not None:
            return Failure(*end.failed)
        if end.too_long:
            self.notes.add("too-long")
            return None
        if execution.pending:
            return stuck(execution)
        self.notes.update(end.doubts)
        view = View(execution)
        for rule in self._at_end:
            if not self._holds(rule, view):
                return Failure("end", rule.name)
        return None

    def _on_the_way(
        self, schedule: Iterable[Actor], start: Callable[[], Visible]
    ) -> Failure | None:
        """Whether a rule is broken at any step; the search has stopped behind the last one."""
        execution = start()
        try:
            for actor in schedule:
                execution.enabled()
                execution.step(actor)
                failure = self.broken_rule(execution)
                if failure is not None:
                    return failure
            return None
        finally:
            execution.close()

    def broken_rule(self, execution: Visible) -> Failure | None:
        """Which rule is broken now.

        Raises:
            Halt: if a rule looks at what was not known to matter.
        """
        view = View(execution, on_the_way=True)
        broken = None
        for rule in self.always:
            try:
                holds = self._holds(rule, view)
            except NotThereError:
                continue  # main has not come so far
            self._judged.add(rule.name)
            if not holds and broken is None:
                broken = Failure("rule", rule.name)
        if not view.read <= self.watched:
            self.watched |= view.read
            raise Halt(AGAIN)
        return broken

    @staticmethod
    def _holds(rule: Always | AtEnd, view: View) -> bool:
        """Whether a rule holds.

        Raises:
            UntoldError: if that cannot be known, whatever the rule makes of it.
        """
        try:
            return rule.holds(view)
        finally:
            if view.untold:
                raise UntoldError(view.untold)

    def shows(self, failure: Failure) -> Callable[[Visible, bool], bool]:
        """Whether an execution, which may be at its end, breaks the rule that `failure` names."""

        def failing(execution: Visible, at_end: bool) -> bool:
            if failure.kind == "rule":
                return self.broken_rule(execution) == failure
            return at_end and self.at_end(execution) == failure

        return failing

    def too_few(self) -> AtOnce | None:
        """A condition that wants more processes at work at once than there ever were."""
        return next((each for each in self.at_once if self.most_at_once < each.least), None)

    def unjudged(self) -> str | None:
        """The name of a rule that looks at something that there never was."""
        return next((each.name for each in self.always if each.name not in self._judged), None)
