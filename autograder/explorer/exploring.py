"""From a program to a report: explore everything, and tell the shortest story of what goes wrong."""

from __future__ import annotations

import math
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from autograder.explorer.conditions import Condition
from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.executions import NotRepeatableError, Result
from autograder.explorer.judging import Failure, Judge, failed, limit_of_ours
from autograder.explorer.labels import process_of, spot
from autograder.explorer.machine import Machine
from autograder.explorer.operations import Actor
from autograder.explorer.reports import Report, Verdict, written
from autograder.explorer.sampling import sample
from autograder.explorer.search import Search
from autograder.explorer.settings import Limits, Registry, Settings
from autograder.explorer.shortest import shortest
from autograder.explorer.source import Program
from autograder.explorer.sweeping import sweep, swept
from autograder.explorer.telling import ScheduleError, stands, tell

_LONGEST = 80
HEARTBEAT = 0.2
"""Seconds between two words of how far we are."""
SYSTEMATIC = 0.7
"""The share of the budget that goes into trying everything; the rest is for samples."""
_WEIGHT_GIVEN_UP = 4
"""How much a step counts once an execution was given up: nothing can come of it any more but a failure."""


def explore(
    program: Program,
    settings: Settings | None = None,
    conditions: Sequence[Condition] = (),
    limits: Limits | None = None,
    *,
    outcomes: bool = False,
    heard: Callable[[int, bool], None] | None = None,
) -> Report:
    """Explore every interleaving of `program`, in this very process.

    The program's code runs here, in memory: an endless computation that no loop of its own makes
    would go on for ever. :mod:`~autograder.explorer.outside` explores in a process that can be killed.

    Args:
        program: What is explored.
        settings: How it is run.
        conditions: What must hold, besides that nothing fails and nobody waits for ever.
        limits: How much may be tried.
        outcomes: Whether to try everything even after something was found broken, and to count the
            interleavings by outcome.
        heard: Called now and then with how many executions have been tried, and whether one of them is
            about to be told.

    Raises:
        ProgramError: if it is not Python.

    Example::

        >>> explore(Program("print('hello')")).verdict
        <Verdict.HOLDS: 'holds'>
    """
    program.code  # noqa: B018 - compiled once, and complained of at once
    exploration = Exploration(program, settings or Settings(), conditions, limits or Limits())
    exploration.heard = heard
    with swept():
        return exploration.report(outcomes=outcomes)


class Exploration:
    """The state of one exploration."""

    def __init__(
        self,
        program: Program,
        settings: Settings,
        conditions: Sequence[Condition],
        limits: Limits,
    ) -> None:
        self._program = program
        self._settings = settings
        self._judge = Judge(conditions, measure=settings.measure)
        self._limits = limits
        self._registry = Registry()
        self._outcomes: Counter[Any] = Counter()
        self._steps = 0
        self._widest: tuple[Actor, ...] = ()
        self._long_at = ""
        """Where whoever had done most was in the first execution that was given up."""
        self._begun = self._last_word = time.perf_counter()
        self.heard: Callable[[int, bool], None] | None = None

    def _start(self) -> Machine:
        machine = Machine(self._program, self._settings, self._registry)
        machine.world.watched = self._judge.watched
        return machine

    def search(self) -> Search:
        """What finds out which executions there are."""
        return Search(self._start)

    def machine_of(self, result: Result) -> Machine:
        """The machine that ran in an execution of the search."""
        assert isinstance(result.execution, Machine)
        return result.execution

    def report(self, *, outcomes: bool = False) -> Report:
        """Explore, and say what came of it.

        What shows that an assumption was wrong ends the exploration so far: it begins again, without.
        """
        while True:
            try:
                return self._explored(outcomes=outcomes)
            except Halt as halt:
                if halt.reason != AGAIN:
                    raise
                self._judge.begin_anew()
                self._outcomes.clear()
                self._steps, self._widest = 0, ()

    def _explored(self, *, outcomes: bool) -> Report:
        search = self.search()
        sampled = 0
        found: tuple[Failure, tuple[Actor, ...]] | None = None
        try:
            found, complete = self._systematic(search, outcomes=outcomes)
            if found is None and not complete and not self._judge.at_once:
                found, sampled = self._samples()
        except Halt as halt:
            if halt.reason == AGAIN:
                raise
            verdict = Verdict.of_halt(halt.reason)
            return self._report(verdict, halt.reason, search, halt.fields, line=halt.line)
        except NotRepeatableError as error:
            fields = _parted(error, self._registry)
            return self._report(Verdict.INCONCLUSIVE, "not-repeatable", search, fields)
        executions = search.counts.executions + sampled
        if found is not None:
            return self._broken(found[0], found[1], executions, complete)
        few = self._judge.too_few()
        if few is not None and complete:
            fields = {"rule": "at-once", "least": few.least, "reached": self._judge.most_at_once}
            report = self._report(Verdict.BROKEN, "rule", search, fields, complete=True)
            return self._with_widest(report)
        unjudged = self._judge.unjudged()
        if unjudged is not None:
            raise ValueError(f"the rule {unjudged!r} looks at what the main module never has")
        notes = self._judge.notes
        if not complete:
            notes.add("budget")
        verdict = Verdict.BOUNDED if notes else Verdict.HOLDS
        complete = complete and not notes
        fields = {"long_at": self._long_at} if self._long_at else {}
        return self._report(verdict, "", search, fields, complete=complete, sampled=sampled)

    def _with_widest(self, report: Report) -> Report:
        """The report with an interleaving in which as many are at work at once as there ever are."""
        try:
            story = tell(self._program, self._settings, self._registry, self._widest)
        except (NotRepeatableError, ScheduleError):
            return report
        paths = [self._registry.paths[actor] for actor in self._widest]
        story = replace(story, of_work=True)
        return replace(report, story=story, schedule=written(paths, self._registry.learned))

    def _systematic(
        self, search: Search, *, outcomes: bool
    ) -> tuple[tuple[Failure, tuple[Actor, ...]] | None, bool]:
        """Try everything, as far as the budget goes: what failed first, and whether that was all."""
        first: tuple[Failure, tuple[Actor, ...]] | None = None
        until = self._begun + self._limits.seconds * SYSTEMATIC
        budget = self._limits.steps * SYSTEMATIC
        for result in search.results():
            machine = self.machine_of(result)
            self._steps = max(self._steps, len(result.schedule))
            before = self._judge.most_at_once
            failure = self._judge.of_result(machine, result, self._start)
            if self._judge.most_at_once > before or not self._widest:
                self._widest = result.schedule
            if failure is not None and first is None:
                first = (failure, result.schedule)
                if not outcomes:
                    return first, False
            if machine.too_long and not self._long_at:
                self._long_at = _busiest(machine)
            if outcomes:
                self._outcomes[machine.outcome()] += 1
            counts = search.counts
            sweep(counts.executions)
            if counts.executions + counts.cut >= self._limits.executions:
                return first, False
            if self._hear(counts.executions) > until or 0 < budget < counts.steps * self._weight():
                return first, False
        return first, True

    def _weight(self) -> int:
        """How much a step counts."""
        return _WEIGHT_GIVEN_UP if "too-long" in self._judge.notes else 1

    def _hear(self, executions: int) -> float:
        """Say how far we are, if it is time to; the time."""
        now = time.perf_counter()
        if self.heard is not None and now - self._last_word > HEARTBEAT:
            self._last_word = now
            self.heard(executions, False)
        return now

    def _samples(self) -> tuple[tuple[Failure, tuple[Actor, ...]] | None, int]:
        """Samples until the time is up."""
        chance = random.Random(0)  # noqa: S311 - samples, no secrets
        until = self._begun + self._limits.seconds
        most = int(self._limits.executions * (1 - SYSTEMATIC) / SYSTEMATIC)
        budget = self._limits.steps * (1 - SYSTEMATIC) or math.inf
        taken = 0
        while taken < most and budget > 0 and time.perf_counter() < until:
            machine = self._start()
            try:
                schedule = sample(machine, chance, self._steps)
                taken += 1
                budget -= len(schedule) * self._weight()
                sweep(taken)
                failure = self._judge.of(machine, schedule, self._start)
                if failure is not None:
                    return (failure, schedule), taken
            finally:
                machine.close()
        return None, taken

    # --- Reporting ------------------------------------------------------------------------------

    @property
    def _seconds(self) -> float:
        return time.perf_counter() - self._begun

    def _broken(
        self, failure: Failure, schedule: tuple[Actor, ...], executions: int, complete: bool
    ) -> Report:
        def failing(machine: Machine, at_end: bool) -> bool:
            if failure.kind in ("assertion", "exception"):
                return failed(machine) == failure
            return shows(machine, at_end)

        shows = self._judge.shows(failure)
        ours = limit_of_ours(failure, self._program.names)
        if ours:
            return Report(Verdict.INCONCLUSIVE, ours, executions=executions, seconds=self._seconds)
        if self.heard is not None:
            self.heard(executions, True)
        try:
            if failure.detail == "at-once":
                schedule = self._judge.crowd
            else:
                schedule = shortest(self._start, failing, schedule, all_end=failure.kind == "end")
            story = tell(self._program, self._settings, self._registry, schedule)
        except (NotRepeatableError, ScheduleError):  # the failing one is not to be had again
            return Report(
                Verdict.INCONCLUSIVE, "not-again", executions=executions, seconds=self._seconds
            )
        paths = [self._registry.paths[actor] for actor in schedule]
        fields = {"detail": failure.detail}
        story = replace(story, of_work=failure.detail == "at-once")
        if story.failed is not None:
            fields["process"] = process_of(story, story.failed)
        return Report(
            Verdict.BROKEN,
            failure.kind,
            executions=executions,
            complete=complete,
            seconds=self._seconds,
            schedule=written(paths, self._registry.learned),
            story=story,
            fields=fields,
            notes=tuple(sorted(self._judge.notes)),
            at_once=self._judge.most_at_once,
            outcomes=dict(self._outcomes),
        )

    def _report(
        self,
        verdict: Verdict,
        kind: str,
        search: Search,
        fields: dict[str, Any],
        *,
        complete: bool = False,
        sampled: int = 0,
        line: int = 0,
    ) -> Report:
        return Report(
            verdict,
            kind,
            executions=search.counts.executions + sampled,
            complete=complete,
            seconds=self._seconds,
            fields={**fields, "line": line} if line else fields,
            notes=tuple(sorted(self._judge.notes)),
            at_once=self._judge.most_at_once,
            outcomes=dict(self._outcomes),
            start_method=self._settings.start_method if self._judge.starts else "",
            sampled=sampled,
        )


def _busiest(machine: Machine) -> str:
    """Where the one stands who has used shared things most often; empty if that is no line."""
    left = [task for actor, task in machine.tasks.items() if actor in machine.pending]
    filename, line = stands(max(left, key=lambda task: len(task.used))) if left else ("", 0)
    return spot(filename, line) if line else ""


def _parted(error: NotRepeatableError, registry: Registry) -> dict[str, Any]:
    """Where an execution did not repeat itself, as fields for a message."""
    step, actor, before, now = error.args
    told = [_op(before), _op(now)]
    if told[0] == told[1]:
        told = [f"{_op(op)} {op.argument!r}"[:_LONGEST] for op in (before, now)]
    return {
        "step": step,
        "process": registry.paths[actor],
        "before": told[0],
        "now": told[1],
    }


def _op(op: Any) -> str:
    return "-" if op is None else f"{op.kind} {op.object}"
