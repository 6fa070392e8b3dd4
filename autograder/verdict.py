"""From what a subject answered to a verdict: is it right, and if not, what is the matter.

Pure functions over outcomes; no process is started here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.cells import BrokenCell
from autograder.exercise import Arguments, Exercise, Finding
from autograder.host import (
    Answer,
    Died,
    Missing,
    NotPlain,
    OffLimits,
    Outcome,
    Raised,
    TimedOut,
)
from autograder.plain import same

MEMORY_ERRORS = frozenset({"MemoryError"})
FATAL = frozenset({"missing", "untouched", "syntax", "off-limits"})
"""Diagnoses that do not depend on the input: one is enough."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One input and what came of it: `finding` is None if the answer was right."""

    arguments: Arguments
    outcome: Outcome
    finding: Finding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check found.

    Args:
        exercise: The exercise's id.
        runs: How many inputs were tried.
        diagnosis: None if all was right; else the key of the mistake.
        specific: Whether the exercise itself names that mistake, and not the grader in general.
        trial: The smallest input that shows the mistake.
        fields: Values for the placeholders of the diagnosis's sentence.
        observed: Whether the answer is what a probe saw and not what the learner returned.
        executions: How many interleavings were explored, of an exercise that is judged by them.
        scene: Of such an exercise: the scenario in which it goes wrong, in words.
        html: The story of that, as a picture.
        story: The same as text.
    """

    exercise: str
    runs: int
    diagnosis: str | None = None
    specific: bool = False
    trial: Trial | None = None
    fields: dict[str, object] = field(default_factory=dict)
    observed: bool = False
    executions: int = 0
    scene: str = ""
    html: str = ""
    story: str = ""

    @property
    def passed(self) -> bool:
        """Whether every answer was right."""
        return self.diagnosis is None


def examine(exercise: Exercise, arguments: Arguments, outcome: Outcome) -> Trial:
    """Judge one outcome by the exercise's reference or judge, or by what went wrong."""
    return Trial(arguments, outcome, _finding(exercise, arguments, outcome))


def _finding(exercise: Exercise, arguments: Arguments, outcome: Outcome) -> Finding | None:
    match outcome:
        case Answer():
            return _value_finding(exercise, arguments, outcome.decoded())
        case Raised(name="NotImplementedError"):
            return Finding("untouched", fields={"name": exercise.name})
        case Raised(name=name) if name in MEMORY_ERRORS:
            return Finding("memory", fields={"mib": exercise.memory_mib})
        case Raised(name="SystemExit" | "KeyboardInterrupt"):
            return Finding("exits", fields=_place(outcome))
        case Raised():
            return Finding("raises", _expected(exercise, arguments), _place(outcome))
        case NotPlain(name=name):
            return Finding("wrong-type", _expected(exercise, arguments), {"type": name})
        case Missing(name=name):
            return Finding("missing", fields={"name": name})
        case OffLimits(name=name):
            return Finding("off-limits", fields={"name": name})
        case TimedOut(seconds=seconds):
            return Finding("timeout", fields={"seconds": f"{seconds:g}"})
        case Died():
            return Finding("exits", fields={"name": exercise.name, "message": "", "place": ""})


def _value_finding(exercise: Exercise, arguments: Arguments, answer: Any) -> Finding | None:
    solution = exercise.solution
    expected = _expected(exercise, arguments)
    if solution.reference is not None and same(answer, expected):
        return None
    for diagnosis, model in solution.slips.items():
        if same(answer, model(*arguments)):
            return Finding(diagnosis, expected)
    if exercise.judge is not None:
        known = () if solution.reference is None else (expected,)
        finding = exercise.judge(arguments, answer, *known)
        plain = exercise.probe is None and not exercise.constant
        if finding is not None and answer is None and plain:
            return Finding("returned-none", finding.expected, {"name": exercise.name})
        return finding
    if expected is None:
        return Finding("wants-none", fields={"name": exercise.name})
    if answer is None:
        return Finding("returned-none", expected, {"name": exercise.name})
    if _shape(answer) != _shape(expected):
        return Finding("wrong-type", expected, {"type": type(answer).__name__})
    return Finding("differs", expected)


def _expected(exercise: Exercise, arguments: Arguments) -> Any:
    reference = exercise.solution.reference
    return reference(*arguments) if reference is not None else None


def _place(outcome: Raised) -> dict[str, object]:
    """Where in the learner's cells, and what."""
    place = f"{outcome.label}, {outcome.line}" if outcome.label else ""
    return {"name": outcome.name, "message": outcome.message, "place": place}


def _shape(value: Any) -> str:
    """The kind of a value as far as a learner would call it another kind."""
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int | float):
        return "number"
    return "sequence" if isinstance(value, list | tuple) else type(value).__name__


def conclude(
    exercise: Exercise,
    trials: Sequence[Trial],
    smallest: Trial | None,
    broken: Sequence[BrokenCell] = (),
) -> Verdict:
    """The verdict on all `trials`, told by the `smallest` failing one."""
    if smallest is None or smallest.finding is None:
        return Verdict(exercise=exercise.id, runs=len(trials))
    finding = smallest.finding
    diagnosis, fields = finding.diagnosis, dict(finding.fields)
    specific = (
        (exercise.judge is not None or diagnosis in exercise.solution.slips)
        and isinstance(smallest.outcome, Answer)
        and diagnosis != "returned-none"
    )
    if diagnosis == "missing" and broken:
        # The name is missing because the cell that defines it is not Python.
        last = broken[-1]
        place = {"label": last.label, "line": last.line, "reason": last.reason}
        diagnosis, fields = "syntax", {**fields, **place}
    elif isinstance(smallest.outcome, Answer):
        model = _matching_misconception(exercise, [*trials, smallest])
        if model is not None:
            diagnosis, specific = model, True
    return Verdict(
        exercise=exercise.id,
        runs=len(trials),
        diagnosis=diagnosis,
        specific=specific,
        trial=smallest,
        fields=fields,
        observed=exercise.probe is not None,
    )


def _matching_misconception(exercise: Exercise, trials: Sequence[Trial]) -> str | None:
    """The wrong model that answers as the learner does on every input."""
    for diagnosis, model in exercise.solution.misconceptions.items():
        if all(_agrees(model, trial) for trial in trials):
            return diagnosis
    return None


def _agrees(model: Any, trial: Trial) -> bool:
    if not isinstance(trial.outcome, Answer):
        return False
    try:
        return same(model(*trial.arguments), trial.outcome.decoded())
    except Exception:  # noqa: BLE001 - a wrong model may fail where a right one does not
        return False
