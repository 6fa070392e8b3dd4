"""Every program of the bank gets the verdict that is true of it."""

from __future__ import annotations

import ast
import re

import pytest

from autograder.explorer.exploring import Limits, explore, stuck
from autograder.explorer.machine import Machine, Registry, Settings
from autograder.explorer.reports import Verdict
from autograder.explorer.search import Search
from autograder.explorer.source import Program
from tests.programs import Known, bank

LIMITS = Limits(seconds=60)
CASES = [
    pytest.param(known, method, id=f"{known.name}-{method}")
    for known in bank()
    for method in known.methods
]


def program(known: Known) -> Program:
    """The program alone, without what lies beside it."""
    return Program(known.path.read_text(encoding="utf-8"), known.path.name)


@pytest.mark.parametrize(("known", "method"), CASES)
def test_the_verdict_is_the_one_that_is_true(known: Known, method: str) -> None:
    """Holds over every interleaving, or broken in the way that its head says."""
    settings = Settings(method, measure=known.at_once is not None)
    report = explore(program(known), settings, limits=LIMITS)
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
    ("known", "method"), [case for case in CASES if len(case.values[0].kinds) > 1]
)
def test_every_way_to_go_wrong_is_found(known: Known, method: str) -> None:
    """Where a program can go wrong in several ways, some interleaving shows each."""
    tried = program(known)
    registry = Registry()
    found = set()
    for result in Search(lambda: Machine(tried, Settings(method), registry)).results():
        machine = result.execution
        assert isinstance(machine, Machine)
        for each in machine.failures:
            found.add("assertion" if isinstance(each.failure, AssertionError) else "exception")
        if machine.pending:
            found.add(stuck(machine).kind)
    assert found == known.kinds


@pytest.mark.parametrize("known", bank(), ids=lambda known: known.name)
def test_every_head_is_whole(known: Known) -> None:
    """A sentence, a verdict, and the kind of what goes wrong exactly where something does."""
    text = known.path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert known.verdict in ("holds", "broken")
    assert bool(known.kinds) == (known.verdict == "broken")
    assert known.kinds <= {"deadlock", "livelock", "assertion", "exception"}
    assert ("exception" in known.kinds) == (known.error is not None)
    assert known.fields.keys() <= set("verdict kind error start-method at-once reality".split())
    assert re.search(r"^# reality: (yes|no)$", text, re.MULTILINE)


def test_there_are_enough() -> None:
    """The notes' own programs, at least 60 others, and right forms beside wrong ones."""
    known = bank()
    assert sum(each.path.parent.name == "notes" for each in known) >= 25
    assert sum(each.path.parent.name == "classic" for each in known) >= 60
    assert sum(each.verdict == "holds" for each in known) >= 40
    assert sum(each.runs_for_real for each in known) >= 40
