"""``check("lesson/exercise")``: the one line of a test cell.

It never touches the learner's objects. The definitions of the cells above go as text to a subject
process, the exercise's inputs are tried there, and the smallest input that shows a mistake is told.
What happens behind this function may change; notebooks need not.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from autograder import display, messages, shrink, standing
from autograder.answer_key import OPEN
from autograder.at_hand import subject_for
from autograder.cells import Definitions, definitions
from autograder.exercise import Arguments, Exercise, Task, find
from autograder.host import Answer, Subject
from autograder.notebook import current_cells
from autograder.report import describe, in_lines
from autograder.verdict import FATAL, Trial, Verdict, conclude, examine

if TYPE_CHECKING:
    from autograder.scenario import Interleaved, Scenario

SLOW = frozenset({"timeout", "exits", "memory"})
"""Diagnoses after which more inputs would cost seconds each and tell nothing new."""


class CheckFailed(AssertionError):  # noqa: N818 - it reads as what happened to the check
    """A check's answer when something is not right yet; its text is for the learner."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(describe(verdict))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows instead of a traceback through our code."""
        return in_lines(str(self))


def check(
    exercise_id: str,
    *,
    also: Iterable[Arguments | Scenario] = (),
    generated: int = OPEN,
    seed: int = 0,
) -> None:
    """Check the learner's answer to an exercise, and say what was found.

    Args:
        exercise_id: ``"<lesson>/<exercise>"``.
        also: Further inputs beside the exercise's examples: tuples of arguments, or whole scenarios
            for an exercise that is judged over every interleaving.
        generated: How many inputs to make besides, if the exercise makes any.
        seed: Where the generated inputs start from; the same seed gives the same inputs.

    Raises:
        UnknownExerciseError: if no installed package offers the exercise.
        CheckFailed: if any answer is not right.

    Example::

        check("02-scheduling/fcfs")
    """
    exercise = find(exercise_id)
    verdict = examine_notebook(
        exercise, definitions(current_cells()), inputs(exercise, also, generated, seed)
    )
    standing.note(exercise_id, passed=verdict.passed)
    if verdict.html:
        display.show(verdict.html, verdict.story)
    if not verdict.passed:
        raise CheckFailed(verdict)
    print(describe(verdict))


def inputs(
    exercise: Task, also: Iterable[Arguments | Scenario], generated: int, seed: int
) -> list[Any]:
    """The exercise's examples, then `also`, then generated inputs of growing size.

    Where answers are recorded, only inputs that the record knows.
    """
    also = list(also)
    if not isinstance(exercise, Exercise):
        return [*exercise.examples, *also]
    rng = random.Random(f"{exercise.id} {seed}")  # noqa: S311 - to be repeatable, not secret
    made: list[Arguments] = []
    if exercise.generate is not None:
        made = [exercise.generate(rng, 1 + 9 * n // max(1, generated)) for n in range(generated)]
    tried = [*exercise.examples, *also, *made]
    recorded = exercise.solution.recorded
    return tried if recorded is None else [each for each in tried if each in recorded]


def examine_notebook(exercise: Task, current: Definitions, tried: Sequence[Any]) -> Verdict:
    """The verdict on the definitions of a notebook over the inputs `tried`."""
    if not isinstance(exercise, Exercise):
        from autograder import interleavings  # noqa: PLC0415 - most exercises never load it

        return interleavings.examine(cast("Interleaved", exercise), current, tried)
    with subject_for(exercise, current) as subject:
        trials: list[Trial] = []
        for arguments in tried:
            trial = examine(exercise, arguments, subject.call(arguments))
            trials.append(trial)
            if trial.finding and (exercise.is_watched or trial.finding.diagnosis in FATAL | SLOW):
                break
        failed = [trial for trial in trials if trial.finding is not None]
        if not failed:
            return conclude(exercise, trials, None)
        first = min(failed, key=lambda trial: len(repr(trial.arguments)))
        return conclude(exercise, trials, _smallest(exercise, subject, first), current.broken)


def _smallest(exercise: Exercise, subject: Subject, first: Trial) -> Trial:
    """The smallest input on which the answer is wrong in the same way as on `first`."""
    assert first.finding is not None
    kind = first.finding.diagnosis
    if exercise.generate is None or kind in FATAL | SLOW:
        return first
    best = first
    recorded = exercise.solution.recorded

    def still_fails(arguments: Arguments) -> bool:
        nonlocal best
        if recorded is None and not exercise.valid(*arguments):
            return False
        trial = examine(exercise, arguments, subject.call(arguments))
        if trial.finding is None or trial.finding.diagnosis != kind:
            return False
        if isinstance(first.outcome, Answer) != isinstance(trial.outcome, Answer):
            return False
        best = trial
        return True

    if recorded is None:
        shrink.smallest_call(first.arguments, still_fails)
    else:
        smaller = [each for each in recorded if len(repr(each)) < len(repr(first.arguments))]
        any(map(still_fails, sorted(smaller, key=lambda each: len(repr(each)))))
    return best


def speak(language: str) -> None:
    """Let verdicts and hints speak `language` (``"zh"`` or ``"en"``) from now on."""
    messages.use(language)
