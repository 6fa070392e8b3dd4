"""Requests and findings, and what they stand for: a program, how it is run, a report in words."""

from __future__ import annotations

import importlib
import os
import traceback

from autograder.cells import Cell
from autograder.explorer import everything, html, text
from autograder.explorer.asking import Finding, Request
from autograder.explorer.causes import is_assertion
from autograder.explorer.conditions import Condition
from autograder.explorer.possibilities import possibilities
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.settings import Limits, Settings
from autograder.explorer.signs import signs
from autograder.explorer.source import Program


def program_of(request: Request) -> Program:
    """What is to be explored."""
    return Program(
        request.text,
        request.filename,
        request.modules,
        tuple(request.arguments),
        request.files,
        frozenset(request.unseen),
        tuple(Cell(*cell) for cell in request.cells),
    )


def settings_of(request: Request) -> Settings:
    """How it is run."""
    return Settings(
        start_method=request.start_method,
        pure=frozenset(request.pure),
        guarded=request.witness,
        measure=request.measure,
        longest=request.longest,
    )


def conditions_at(name: str) -> list[Condition]:
    """The condition, or the list of them, at ``module:attribute``."""
    module, _, attribute = name.partition(":")
    found = getattr(importlib.import_module(module), attribute)
    return list(found) if isinstance(found, (list, tuple)) else [found]


def mistake(error: Exception) -> Report:
    """An exploration that came to nothing because of a mistake in the explorer."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"
    fields = {"error": f"{type(error).__name__}: {str(error)[:200]}", "place": place}
    return Report(Verdict.INCONCLUSIVE, "mistake", fields=fields)


def _sound(string: str) -> str:
    """Text that can be sent: a program may print halves of characters."""
    return string.encode("utf-8", "replace").decode("utf-8")


def _kind(report: Report, program: Program) -> str:
    """What kind of mistake it is: an assertion is one that the program makes itself."""
    made_inside = report.story is not None and not is_assertion(report.story, program)
    return "exception" if report.kind == "assertion" and made_inside else report.kind


def finding(request: Request, report: Report, program: Program) -> Finding:
    """A report in words."""
    story = text.render(report, program, width=request.width, color=request.color)
    return Finding(
        verdict=report.verdict,
        kind=_kind(report, program),
        executions=report.executions,
        sampled=report.sampled,
        complete=report.complete,
        seconds=report.seconds,
        schedule=report.schedule,
        line=report.fields.get("line", 0),
        transcript=_sound(story),
        html=_sound(html.render(report, program)),
        message=_sound(text.message(report, program)),
        notes=list(report.notes),
        at_once=report.at_once,
        fields={key: _sound(str(value)) for key, value in report.fields.items()},
        outcomes={_sound(repr(outcome)): count for outcome, count in report.outcomes.items()},
        signs=[] if report.verdict is Verdict.HOLDS else signs(report, program),
    )


def possible(request: Request, program: Program) -> Finding:
    """All that can come of a program, in words."""
    settings = Settings(start_method=request.start_method, pure=frozenset(request.pure))
    limits = Limits(request.executions, request.seconds)
    found = possibilities(program, settings, limits)
    return Finding(
        verdict=everything.verdict_of(found),
        kind=found.kind,
        executions=found.executions,
        sampled=0,
        complete=found.complete,
        seconds=0.0,
        schedule="",
        line=0,
        transcript=_sound(everything.as_text(found, program, width=request.width)),
        html=_sound(everything.as_html(found, program)),
        message="",
        notes=[],
        at_once=0,
        fields={},
        outcomes={},
    )
