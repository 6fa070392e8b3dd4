"""All that can come of a program, as text and as HTML: a line for each outcome, its story behind it."""

from __future__ import annotations

from html import escape

from autograder.explorer import html, text
from autograder.explorer.possibilities import TOO_LONG, Outcome, Possibilities, Possibility
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.source import Program
from autograder.messages import text as said

_LINES = 6
"""Lines of an outcome that are shown."""
_BAR = 20
"""Characters of the longest bar."""


def as_text(found: Possibilities, program: Program, *, width: int = 100) -> str:
    """What can come of a program, as text.

    Example::

        print(as_text(possibilities(program), program))
    """
    if found.verdict is not None:
        return text.render(_open(found), program, width=width)
    parts = [_headline(found)]
    for number, each in enumerate(found.found, 1):
        parts.append(f"{number}. {_count(each)}: {_told(each.outcome, found.longest, '; ')}")
    for number, each in enumerate(found.found, 1):
        if each.story is not None:
            head = said("explorer.possible.way", outcome=_told(each.outcome, found.longest, "; "))
            parts += ["", f"{number}. {head}", *text.steps(each.story, program, width)]
    return "\n".join(parts) + "\n"


def as_html(found: Possibilities, program: Program) -> str:
    """What can come of a program, as a fragment of HTML.

    Example::

        IPython.display.HTML(as_html(possibilities(program), program))
    """
    if found.verdict is not None:
        return html.render(_open(found), program)
    headline = _headline(found)
    most = max((each.count for each in found.found), default=1)
    rows = [_row(each, program, most, found.longest) for each in found.found]
    parts = [f'<p class="bz-head">{escape(headline)}</p>', *rows]
    parts.append(f'<p class="bz-line">{escape(said("explorer.possible.open"))}</p>')
    wrong = any(each.outcome.wrong for each in found.found)
    return html.section("open" if wrong else "good", headline, parts)


def _open(found: Possibilities) -> Report:
    assert found.verdict is not None
    return Report(found.verdict, found.kind, fields=found.fields)


def _headline(found: Possibilities) -> str:
    outcomes = len(found.found)
    key = "all" if found.complete else "some"
    if outcomes == 1 and found.executions == 1:
        key = "only" if found.complete else "some-only"
        if TOO_LONG in found.found[0].outcome.wrong:
            key = "given-up"
    elif outcomes == 1:
        key = "one" if found.complete else "some-one"
    return said(f"explorer.possible.{key}", executions=found.executions, outcomes=outcomes)


def _count(each: Possibility) -> str:
    return said("explorer.possible.count", count=each.count)


def _told(outcome: Outcome, longest: int, between: str) -> str:
    """An outcome in few words: how it went wrong, and what was printed."""
    lines = outcome.printed.strip().splitlines()
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], "…"]
    wrong = [_wrong(each, longest) for each in outcome.wrong]
    return between.join([*wrong, *lines]) or said("explorer.possible.nothing")


def _wrong(kind: str, longest: int) -> str:
    if kind == TOO_LONG:
        return f"? {said('explorer.given-up', steps=longest)}"
    known = ("deadlock", "livelock")
    told = said(f"explorer.possible.{kind}") if kind in known else kind
    return f"✗ {told}"


def _row(each: Possibility, program: Program, most: int, longest: int) -> str:
    bar = "█" * max(1, round(_BAR * each.count / most))
    lines = "<br>".join(map(escape, _told(each.outcome, longest, "\n").split("\n")))
    head = (
        f'<span class="bz-count">{escape(_count(each))}</span> '
        f'<span class="bz-bar" aria-hidden="true">{bar}</span> '
        f'<samp class="bz-outcome">{lines}</samp>'
    )
    if each.story is None:
        return f'<div class="bz-possible">{head}</div>'
    steps = "\n".join(html.steps(each.story, program))
    return f'<details class="bz-possible"><summary>{head}</summary>{steps}</details>'


def verdict_of(found: Possibilities) -> Verdict:
    """What can be said of the program as a whole."""
    if found.verdict is not None:
        return found.verdict
    if any(set(each.outcome.wrong) - {TOO_LONG} for each in found.found):
        return Verdict.BROKEN
    return Verdict.HOLDS if found.complete else Verdict.BOUNDED
