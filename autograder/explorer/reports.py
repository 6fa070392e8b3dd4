"""What is known of a program after exploring it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Any

from autograder.explorer.operations import Actor, Op


class Verdict(StrEnum):
    """What can be said, and how surely."""

    HOLDS = "holds"
    """Every interleaving was explored."""
    BOUNDED = "holds within bounds"
    """Nothing wrong was found in what was explored, which is not all."""
    BROKEN = "broken"
    """There is an interleaving in which it goes wrong."""
    INCONCLUSIVE = "inconclusive"
    """The program could not be explored: it never comes to an end, or is another one every time."""
    UNSUPPORTED = "unsupported"
    """The program does what is not modelled."""

    @classmethod
    def of_halt(cls, reason: str) -> Verdict:
        """The verdict on a program whose exploration ended for `reason`."""
        unsupported = reason in ("unsupported", "unseen")
        return cls.UNSUPPORTED if unsupported else cls.INCONCLUSIVE


STATUS = {
    Verdict.HOLDS: 0,
    Verdict.BROKEN: 1,
    Verdict.UNSUPPORTED: 2,
    Verdict.BOUNDED: 3,
    Verdict.INCONCLUSIVE: 3,
}
"""The exit status of the command line."""


@dataclass(slots=True)
class Step:
    """What happened at one step, kept where a story is to be told of it."""

    actor: Actor
    op: Op
    answer: Any
    filename: str
    line: int
    written: list[tuple[str, str]]
    """What the process wrote before its next operation: to which stream, and the text."""
    before: list[tuple[str, str]] = field(default_factory=list)
    """What it had written before this, its first operation."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Who waits for ever, for what, and who has it.

    Args:
        actor: Who waits.
        op: What it waits to do.
        spins: Whether it asks again and again, instead of being blocked.
        holders: The actors that hold what it waits for; empty if nobody could ever help.
        filename: In which file it waits.
        line: In which line of it.
        facts: What else is known of what it waits for: ``arrived`` and ``parties`` of a barrier,
            ``count`` of the tasks not done.
        open_in: The processes that still have a sending end open of the pipe that it reads from.
    """

    actor: int
    op: Op
    spins: bool
    holders: tuple[int, ...]
    filename: str
    line: int
    facts: dict[str, int] = field(default_factory=dict)
    open_in: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Where an execution stood when it had become too long.

    Args:
        actor: Whose turn it was last.
        steps: How many had been taken.
        filename: In which file it was.
        line: At which line of it; 0 at none of the program's.
    """

    actor: int
    steps: int
    filename: str
    line: int


@dataclass(frozen=True, slots=True)
class Story:
    """One interleaving, told step by step.

    Args:
        steps: What happened, in order.
        names: The processes' names by actor, agents' included.
        labels: What the program calls its shared things, by their names.
        waits: Who waits for ever at the end.
        failed: The actor whose failure ends the story; None if there is none.
        failure: The last line of its traceback.
        line: The line of the program where it failed.
        outputs: What each process had written by then, by name.
        filename: The file in which it failed.
        homes: To which process each actor belongs, by the process's name as a shared thing.
        roles: What the actors are that are no processes: ``feeder``, ``signal`` or ``helper``.
        of_work: Whether it is about how many are at work, so that every sleep counts.
        given_up: Where it stood when it had become too long; None if it came to its end.
    """

    steps: Sequence[Step]
    names: dict[int, str]
    labels: dict[str, str]
    waits: Sequence[Wait] = ()
    failed: int | None = None
    failure: str = ""
    line: int = 0
    outputs: dict[str, str] = field(default_factory=dict)
    filename: str = ""
    homes: dict[int, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    of_work: bool = False
    given_up: GivenUp | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an exploration.

    Args:
        verdict: What can be said.
        kind: Of ``broken``: ``assertion``, ``exception``, ``deadlock``, ``livelock``, ``end`` (a wrong
            end state) or ``rule`` (a rule broken on the way); of other verdicts: why.
        executions: How many complete executions were tried.
        complete: Whether these were all there are, up to the order of independent steps.
        seconds: How long it took.
        schedule: Who moves at each step of the interleaving shown; for ``replay``.
        story: That interleaving; None if there is nothing to show.
        fields: What else is to be said: the exception's name, the rule broken, the call not modelled.
        notes: What limits completeness, as keys of the catalogue below ``explorer.notes``.
        at_once: The most processes that were at work (asleep) at once, in any interleaving.
        outcomes: How many interleavings led to each outcome, if they were asked for.
        start_method: How children were started; empty if there were none.
        sampled: How many of the executions were samples, taken after the budget for all was spent.
    """

    verdict: Verdict
    kind: str = ""
    executions: int = 0
    complete: bool = False
    seconds: float = 0.0
    schedule: str = ""
    story: Story | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    at_once: int = 0
    outcomes: dict[Any, int] = field(default_factory=dict)
    start_method: str = ""
    sampled: int = 0

    @property
    def status(self) -> int:
        """The exit status that says the same."""
        return STATUS[self.verdict]


def written(paths: Iterable[str], learned: Iterable[str] = ()) -> str:
    """A schedule as text: what had been learned when it was found; who moves, how often in a row.

    Args:
        paths: Those who move, one for each step.
        learned: Facts; what is not one word makes no difference to a schedule.

    >>> written(["0", "0", "0.1", "0"])
    '0x2,0.1,0'
    >>> written(["0", "0.1"], {"early", "counts at program.py:3"})
    'early/0,0.1'
    """
    parts = []
    for path, group in groupby(paths):
        count = sum(1 for _ in group)
        parts.append(path if count == 1 else f"{path}x{count}")
    facts = "".join(f"{fact}/" for fact in sorted(learned) if fact.isalpha())
    return facts + ",".join(parts)


def read(schedule: str) -> tuple[list[str], list[str]]:
    """What :func:`written` wrote: the facts, and the paths.

    Raises:
        ValueError: if that is no schedule.

    >>> read("early/0x2,0.1,0")
    (['early'], ['0', '0', '0.1', '0'])
    """
    paths: list[str] = []
    *facts, moves = schedule.strip().split("/")
    for part in filter(None, moves.split(",")):
        path, times, count = part.rpartition("x")
        if times and count.isdigit() and path:
            paths += [path] * int(count)
        elif part[0].isdigit():
            paths.append(part)
        else:
            raise ValueError(f"{part!r} is not part of a schedule")
    return facts, paths
