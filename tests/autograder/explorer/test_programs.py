"""Every program of the bank gets the verdict that is true of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

import pytest
from _pytest.mark.structures import ParameterSet

from autograder.explorer.exploring import explore
from autograder.explorer.judging import stuck
from autograder.explorer.machine import Machine
from autograder.explorer.reports import Verdict
from autograder.explorer.settings import Limits, Settings
from tests.programs import Known, bank, over_all

LIMITS = Limits(seconds=300)


def cases(programs: Iterable[Known]) -> list[ParameterSet]:
    """Each program under each start method that its head names."""
    return [
        pytest.param(
            known,
            method,
            id=f"{known.name}-{method}",
            marks=[pytest.mark.slow] if known.is_slow else [],
        )
        for known in programs
        for method in known.methods
    ]


def kinds(machine: Machine) -> frozenset[str]:
    """All that is wrong with an execution."""
    found = {
        "assertion" if isinstance(each.failure, AssertionError) else "exception"
        for each in machine.failures
    }
    return frozenset(found | {stuck(machine).kind} if machine.pending else found)


@pytest.mark.parametrize(("known", "method"), cases(bank()))
def test_the_verdict_is_the_one_that_is_true(known: Known, method: str) -> None:
    """Holds over every interleaving, or broken in the way that its head says."""
    settings = Settings(method, measure=known.at_once is not None)
    report = explore(known.program, settings, limits=LIMITS)
    assert report.verdict == known.verdict, (report.kind, report.fields)
    if report.verdict is Verdict.HOLDS:
        assert report.complete
    else:
        assert report.kind in known.kinds
    if report.kind == "exception":
        assert report.fields["detail"] == known.error
    if known.at_once is not None:
        assert report.at_once == known.at_once


@pytest.mark.parametrize(
    ("known", "method"), cases(known for known in bank() if len(known.kinds) > 1)
)
def test_every_way_to_go_wrong_is_found(known: Known, method: str) -> None:
    """Where a program can go wrong in several ways, some interleaving shows each."""
    seen = over_all(known, method, kinds)
    assert frozenset().union(*seen) == known.kinds


@pytest.mark.parametrize("known", bank(), ids=lambda known: known.name)
def test_every_head_is_whole(known: Known) -> None:
    """A sentence, a verdict, and the kind of what goes wrong exactly where something does."""
    text = known.path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert known.verdict in ("holds", "broken")
    assert bool(known.kinds) == (known.verdict == "broken")
    assert known.kinds <= {"deadlock", "livelock", "assertion", "exception"}
    assert ("exception" in known.kinds) == (known.error is not None)
    assert known.fields.keys() <= set(
        "verdict kind error start-method at-once reality slow".split()
    )
    assert re.search(r"^# reality: (yes|no)$", text, re.MULTILINE)


def test_there_are_enough() -> None:
    """The notes' own programs, at least 60 others, and right forms beside wrong ones."""
    known = bank()
    assert sum(each.path.parent.name == "notes" for each in known) >= 25
    assert sum(each.path.parent.name == "classic" for each in known) >= 60
    assert sum(each.verdict == "holds" for each in known) >= 40
    assert sum(each.runs_for_real for each in known) >= 40
