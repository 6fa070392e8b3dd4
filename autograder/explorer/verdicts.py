"""What a report says before its story: the verdict in a sentence, its reasons, and what to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from autograder.explorer.causes import causes, circle, is_assertion, others, roots
from autograder.explorer.labels import process_of, spot_in, together
from autograder.explorer.races import raced
from autograder.explorer.reports import Report, Story, Verdict
from autograder.explorer.source import Program
from autograder.explorer.wording import place_of, waiting
from autograder.messages import text

OPEN = frozenset({Verdict.BOUNDED, Verdict.INCONCLUSIVE, Verdict.UNSUPPORTED})
"""Verdicts that neither say that it holds nor that it is broken."""
_REPLAY = "replay"
_NAMED = frozenset({"endless", "unsupported", "unseen"})
"""Kinds whose sentence says where it was."""
_BROKEN = frozenset("assertion exception deadlock livelock end rule".split())


def headline(report: Report, program: Program) -> str:
    """The verdict in one sentence.

    Example::

        headline(report, program)  # '✗ It can wait for ever: a deadlock.'
    """
    match report.verdict:
        case Verdict.HOLDS:
            key = "holds-one" if report.executions == 1 else "holds"
            return text(f"explorer.verdict.{key}", executions=report.executions)
        case Verdict.BOUNDED if _REPLAY in report.notes:
            return text("explorer.verdict.replayed")
        case Verdict.BOUNDED:
            return text("explorer.verdict.bounded", tried=_tried(report))
        case Verdict.UNSUPPORTED:
            return text("explorer.verdict.unsupported", why=_not_modelled(report, program))
        case Verdict.INCONCLUSIVE:
            return text("explorer.verdict.inconclusive")
    return _broken(report, program)


def _broken(report: Report, program: Program) -> str:
    fields = report.fields
    if "at-once" in (fields.get("rule"), fields.get("detail")):
        reached = fields.get("reached", report.at_once)
        if "least" in fields:
            return text("explorer.verdict.too-few", least=fields["least"], reached=reached)
        return text("explorer.verdict.too-many", reached=reached)
    if report.kind not in _BROKEN:
        return text("explorer.verdict.broken", kind=report.kind)
    story = report.story
    process = process_of(story, story.failed) if story and story.failed is not None else "?"
    detail = fields.get("detail", "")
    key = report.kind
    if key == "deadlock" and story and not circle(story):
        key = "hang"
    elif key == "assertion" and story and not is_assertion(story, program):
        key = "exception"
    return text(f"explorer.verdict.{key}", process=process, error=detail, rule=detail)


def reasons(report: Report, program: Program) -> list[str]:
    """Why a verdict is open, without its head: what a sentence can go on with.

    Example::

        reasons(report, program)  # ['It starts processes without end: more than 64.']
    """
    found = details(report, program)
    match report.verdict:
        case Verdict.BOUNDED:
            return [_tried(report), *found]
        case Verdict.UNSUPPORTED:
            return [_not_modelled(report, program), *found]
    return found


def _tried(report: Report) -> str:
    return text("explorer.why.bounded", executions=report.executions)


def _not_modelled(report: Report, program: Program) -> str:
    key = "unseen" if report.kind == "unseen" else "unsupported"
    fields = {"call": "?", **report.fields, "place": _place(program, report.fields)}
    return text(f"explorer.why.{key}", **fields)


def _place(program: Program, fields: Mapping[str, Any]) -> str:
    """Where in the program a verdict's reason is."""
    return spot_in(program, fields.get("file", program.filename), fields.get("line", 0))


def details(report: Report, program: Program) -> list[str]:
    """What else there is to say at once: what broke, why there is no verdict, what was left out."""
    found = causes(report, program)
    if report.verdict is Verdict.INCONCLUSIVE:
        found.append(_why(report, program))
    if report.verdict is Verdict.UNSUPPORTED:
        found += _code(program, report)
    if report.verdict is Verdict.BOUNDED and report.sampled:
        found.append(text("explorer.verdict.sampled", sampled=report.sampled))
    if report.verdict in (Verdict.HOLDS, Verdict.BOUNDED):
        found += [_note(note) for note in report.notes if note != _REPLAY]
        if report.start_method and not program.cells:
            found.append(text(f"explorer.started.{report.start_method}"))
        if report.at_once and not program.cells:
            found.append(text("explorer.at-once", count=report.at_once))
    return found


def behind(story: Story, homes: Sequence[str]) -> str:
    """Who waits besides those whose waiting is shown in the columns of `homes`; empty if nobody."""
    told = [
        text(
            "explorer.cause.also",
            process=process_of(story, wait.actor),
            waits=text("explorer.again") if wait.spins else waiting(story, wait),
            place=place_of(wait),
        )
        for wait in others(story)
        if wait.actor not in story.roles and story.homes.get(wait.actor) not in homes
    ]
    return text("explorer.also", waits=text("explorer.list.semicolon").join(told)) if told else ""


def _why(report: Report, program: Program) -> str:
    """Why nothing could be found out."""
    place = _place(program, report.fields)
    fields = {"process": "?", "kind": report.kind, **report.fields, "place": place}
    try:
        why = text(f"explorer.why.{report.kind}", **fields)
    except KeyError:
        why = text("explorer.why.other", kind=report.kind)
    return together(why, *_code(program, report))


def _code(program: Program, report: Report) -> list[str]:
    """The line of the program that a verdict is about, and where it is if that has not been said."""
    fields = report.fields
    code = program.line(fields.get("file", program.filename), fields.get("line", 0))
    if not code:
        return []
    if report.kind in _NAMED:
        return [text("explorer.that-line", code=code)]
    place = _place(program, fields)
    return [text("explorer.the-line", place=place[:1].upper() + place[1:], code=code)]


def _note(note: str) -> str:
    try:
        return text(f"explorer.notes.{note}")
    except KeyError:
        return text("explorer.notes.other", note=note)


def schedule(report: Report, program: Program) -> str:
    """The schedule to see it again by; empty if that is what was asked for, or in a notebook."""
    return "" if _REPLAY in report.notes or program.cells else report.schedule


def advice(report: Report, program: Program) -> str:
    """What to look at; empty if there is nothing to look for, or if a notebook's exercise says it."""
    key = report.kind
    if report.verdict is Verdict.HOLDS or _REPLAY in report.notes or program.cells:
        return ""
    if report.verdict is Verdict.BOUNDED:
        key = "bounded" if "budget" in report.notes else ""
    elif "at-once" in (report.fields.get("rule"), report.fields.get("detail")):
        key = "too-few" if "least" in report.fields else "too-many"
    elif key == "deadlock" and report.story is not None and not circle(report.story):
        key = "holder" if any(wait.holders for wait in roots(report.story)) else "nobody"
    elif key == "assertion" and report.story is not None:
        if not is_assertion(report.story, program):
            key = "exception"
        elif not raced(report.story):
            key = "assertion-early"
    try:
        return text(f"explorer.advice.{key}")
    except KeyError:
        return ""
