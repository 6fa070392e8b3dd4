"""What can come of a program: every outcome, how many interleavings lead to it, and one of them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.executions import NotRepeatableError
from autograder.explorer.judging import stuck
from autograder.explorer.labels import order
from autograder.explorer.machine import Machine
from autograder.explorer.operations import Actor
from autograder.explorer.reports import Story, Verdict
from autograder.explorer.search import Search
from autograder.explorer.settings import Limits, Registry, Settings
from autograder.explorer.shortest import shortest
from autograder.explorer.source import Program
from autograder.explorer.sweeping import sweep, swept
from autograder.explorer.telling import ScheduleError, tell

TOO_LONG = "too-long"
MOST_STORIES = 12
"""Outcomes of which a story is told; the others are only counted."""


@dataclass(frozen=True, slots=True, order=True)
class Outcome:
    """What an execution came to.

    Args:
        wrong: How it went wrong: ``deadlock``, ``livelock``, or exceptions by process; empty if it did
            not. And ``too-long``, if it was given up before anybody could know.
        printed: What was printed: by the others, in the order of their birth, then by the main process.
    """

    wrong: tuple[str, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class Possibility:
    """One outcome, how many interleavings lead to it, and the shortest of them."""

    outcome: Outcome
    count: int
    story: Story | None


@dataclass(frozen=True, slots=True)
class Possibilities:
    """What can come of a program.

    Args:
        found: By how often they come, the most frequent first; what goes wrong comes last.
        executions: How many interleavings were tried that differ in more than the order of
            independent steps.
        complete: Whether these were all there are.
        verdict: Why there is nothing to tell; None if there is.
        fields: What is to be said of that.
        longest: After how many steps an execution was given up.
    """

    found: Sequence[Possibility] = ()
    executions: int = 0
    complete: bool = True
    verdict: Verdict | None = None
    kind: str = ""
    fields: dict[str, object] = field(default_factory=dict)
    longest: int = 0


def possibilities(
    program: Program, settings: Settings | None = None, limits: Limits | None = None
) -> Possibilities:
    r"""Try every interleaving of `program`, and tell one for each outcome.

    Args:
        program: What is explored.
        settings: How it is run.
        limits: How much may be tried.

    Raises:
        ProgramError: if it is not Python.

    Example::

        >>> possibilities(Program("print('hello')")).found[0].outcome.printed
        'hello\n'
    """
    program.code  # noqa: B018 - compiled once, and complained of at once
    settings, limits = settings or Settings(), limits or Limits()
    registry = Registry()
    until = time.perf_counter() + limits.seconds
    with swept():
        while True:
            try:
                return _explored(program, settings, registry, limits, until)
            except Halt as halt:
                if halt.reason != AGAIN:
                    fields = {**halt.fields, "line": halt.line}
                    verdict = Verdict.of_halt(halt.reason)
                    return Possibilities(verdict=verdict, kind=halt.reason, fields=fields)
            except (NotRepeatableError, ScheduleError):
                return Possibilities(verdict=Verdict.INCONCLUSIVE, kind="not-again")


def outcome(machine: Machine) -> Outcome:
    """What an execution, at its end, came to."""
    wrong = [f"{each.name}: {type(each.failure).__name__}" for each in machine.failures]
    if machine.too_long:
        wrong.append(TOO_LONG)
    elif machine.pending and not machine.failures:
        wrong.append(stuck(machine).kind)
    main, *others = machine.processes
    written = [*sorted(others, key=lambda each: order(each.key)), main]
    printed = "".join(
        text for each in written for stream, text, _ in each.output if stream == "stdout"
    )
    return Outcome(tuple(sorted(wrong)), printed)


def _explored(
    program: Program, settings: Settings, registry: Registry, limits: Limits, until: float
) -> Possibilities:
    def start() -> Machine:
        return Machine(program, settings, registry)

    search = Search(start)
    counts: dict[Outcome, int] = {}
    ways: dict[Outcome, tuple[Actor, ...]] = {}
    complete = True
    for result in search.results():
        machine = result.execution
        assert isinstance(machine, Machine)
        came = outcome(machine)
        counts[came] = counts.get(came, 0) + 1
        ways.setdefault(came, result.schedule)
        complete = complete and not machine.too_long and not machine.notes
        tried = search.counts.executions
        sweep(tried)
        if tried >= limits.executions or time.perf_counter() > until:
            complete = False
            break
    found: list[Possibility] = []
    for came in sorted(counts, key=lambda each: (each.wrong, -counts[each], each.printed)):
        story = None
        if len(found) < MOST_STORIES:

            def shows(machine: Machine, at_end: bool, wanted: Outcome = came) -> bool:
                return at_end and outcome(machine) == wanted

            story = tell(program, settings, registry, shortest(start, shows, ways[came]))
        found.append(Possibility(came, counts[came], story))
    return Possibilities(found, search.counts.executions, complete, longest=settings.longest)
