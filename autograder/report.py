"""A verdict in words: the recommendation first, then what was seen."""

from __future__ import annotations

from typing import Any

from autograder.explorer.widths import wrapped
from autograder.host import Answer, Outcome
from autograder.messages import text
from autograder.verdict import FATAL, Verdict

VALUE_LIMIT = 400
WIDTH = 100
"""Columns of a line, as many as of code: what fits into a window of 1280 pixels."""
PRINTED_LINES = 5
"""How many lines of what the learner's code printed are shown, the last ones."""


def describe(verdict: Verdict) -> str:
    """What the learner reads, in the current language, as lines of text."""
    if verdict.passed and verdict.executions:
        key = "check.every-way" if verdict.executions > 1 else "check.only-way"
        return text(key, exercise=verdict.exercise, executions=verdict.executions)
    if verdict.passed:
        key = "check.holds-once" if verdict.runs == 1 else "check.holds"
        return text(key, exercise=verdict.exercise, runs=verdict.runs)
    lines = [text("check.fails", exercise=verdict.exercise), _sentence(verdict)]
    if verdict.scene:
        lines.append(text("check.scene", scene=verdict.scene))
    trial = None if verdict.diagnosis in FATAL else verdict.trial
    if trial is not None and trial.arguments:
        lines.append(text("check.input", value=_call(trial.arguments)))
    if trial is not None and trial.finding is not None and isinstance(trial.outcome, Answer):
        expected = trial.finding.expected
        if expected is not None:
            lines.append(text("check.expected", value=_show(expected)))
        if expected is not None or not verdict.observed:  # a probe's notes say nothing to a learner
            lines.append(text("check.got", value=_show(trial.outcome.decoded())))
    if trial is not None:
        lines += _circumstances(trial.outcome)
    lines.append(text("check.stuck", exercise=verdict.exercise))
    return "\n".join(lines)


def in_lines(words: str) -> list[str]:
    """What is to be read in a notebook, in lines that fit: JupyterLab breaks longer ones within words.

    >>> in_lines("  " + "word " * 21)[1]
    '  word word'
    """
    return [
        part
        for line in words.split("\n")
        for part in wrapped(line, WIDTH, line[: len(line) - len(line.lstrip())])
    ]


def _sentence(verdict: Verdict) -> str:
    lesson = verdict.exercise.replace("/", ".")
    key = f"{lesson}.diagnoses" if verdict.specific else "check.diagnoses"
    return text(f"{key}.{verdict.diagnosis}", **verdict.fields)


def _circumstances(outcome: Outcome) -> list[str]:
    """The learner's own line if one is known, and what they printed."""
    lines = []
    code = getattr(outcome, "code", "")
    if code:
        place = f"{getattr(outcome, 'label', '')}"
        lines.append(text("check.line", place=place, line=getattr(outcome, "line", 0), code=code))
    printed = outcome.printed.strip()
    if printed:
        shown = "\n    ".join(printed.splitlines()[-PRINTED_LINES:])
        lines.append(text("check.printed", value=_cut(shown)))
    return lines


def _call(arguments: tuple[Any, ...]) -> str:
    return _cut(", ".join(map(repr, arguments)))


def _show(value: Any) -> str:
    return _cut(repr(value))


def _cut(shown: str) -> str:
    return shown if len(shown) <= VALUE_LIMIT else f"{shown[:VALUE_LIMIT]} …"
