"""What an exercise is: data and a few plain functions of the instructor's.

Exercises are found by id through the entry point group ``autograder.exercises``: an entry's name is
a lesson's id, its object a module with an ``EXERCISES`` tuple. So this package never imports the
course that uses it, and any other course can bring exercises of its own.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from autograder.answer_key import AnswerKey, load
from autograder.messages import text

GROUP = "autograder.exercises"

Arguments = tuple[Any, ...]


def _always(*_: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one answer, as a judge sees it.

    Args:
        diagnosis: The key of the sentence that names the mistake,
            ``<lesson>.<exercise>.diagnoses.<diagnosis>`` in the catalogue.
        expected: A right answer to show beside the learner's, if there is one to show.
        fields: Values for the placeholders of that sentence.
    """

    diagnosis: str
    expected: Any = None
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """What all exercises have in common.

    Args:
        id: ``"<lesson>/<exercise>"``, as test cells name it.
        name: What the learner is to write.
        examples: Tuples of arguments (plain data) to try it with, the smallest first.

    Raises:
        ValueError: if the parts contradict each other.
    """

    id: str
    name: str
    examples: Sequence[Arguments]

    def __post_init__(self) -> None:
        """Refuse an exercise that nobody could name or try."""
        if self.id.count("/") != 1 or not all(self.id.split("/")):
            raise ValueError(f"{self.id!r} is not of the form '<lesson>/<exercise>'")
        if not self.examples:
            raise ValueError(f"{self.id}: give at least one example")

    @property
    def lesson(self) -> str:
        """The lesson's id, such as ``"02-scheduling"``."""
        return self.id.split("/")[0]

    @property
    def key(self) -> str:
        """Where the catalogue keeps this exercise's texts, such as ``"02-scheduling.fcfs"``."""
        return self.id.replace("/", ".")


@dataclass(frozen=True, kw_only=True, slots=True)
class Exercise(Task):
    """One exercise whose answer is judged by value or by property.

    A right answer, if there is one for each input, is given by `reference` or by an `answer_key`; without one,
    the `judge` decides what is right. `name` is the learner's function, or
    with `constant` the learner's variable; `examples` are its positional arguments.

    Args:
        generate: Makes further arguments from a seeded generator and a size from 1 to 10.
        valid: Whether arguments are ones the exercise promises; bounds the search for the smallest
            failing input.
        reference: The right answer for the arguments.
        judge: ``judge(args, answer)`` returns None for a right answer, else a :class:`Finding`. Where the
            right answer is known, ``judge(args, answer, expected)`` says what is wrong with another one.
        misconceptions: Wrong models by diagnosis. The one that gives the learner's answers on every
            input tried names the mistake.
        answer_key: ``"module:attribute"`` of an :class:`~autograder.answer_key.AnswerKey` that holds the
            reference and the wrong models in their place; its module is not published.
        constant: Whether `name` is a variable to be read instead of a function to be called.
        probe: ``"module:function"``, run beside the learner's code instead of a plain call, as
            ``probe(namespace, *args)``. It returns plain data: what it saw.
        off_limits: ``"module:attribute"`` names that may not be called in this exercise, because
            writing them is the exercise.
        seconds: How long one call may take.
        computing: How many seconds one call may compute, a first import within the function included; where real
            processes are watched, nothing is counted.
        memory_mib: How much memory the learner's process may map, in MiB.

    Raises:
        ValueError: if the parts contradict each other.

    >>> Exercise(id="00-start/double", name="double", examples=((2,), (0,)),
    ...          reference=lambda x: 2 * x).lesson
    '00-start'
    """

    generate: Callable[[random.Random, int], Arguments] | None = None
    valid: Callable[..., bool] = _always
    reference: Callable[..., Any] | None = None
    judge: Callable[..., Finding | None] | None = None
    misconceptions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    answer_key: str = ""
    constant: bool = False
    probe: str | None = None
    off_limits: Sequence[str] = ()
    seconds: float = 5.0
    computing: float = 0.7
    memory_mib: int = 512

    def __post_init__(self) -> None:
        """Refuse an exercise that could not be judged."""
        Task.__post_init__(self)
        if self.reference is None and self.judge is None and not self.answer_key:
            raise ValueError(f"{self.id}: give a reference, an answer key or a judge")
        if self.answer_key and (self.reference is not None or self.misconceptions):
            raise ValueError(
                f"{self.id}: the answer key holds the reference and the misconceptions"
            )

    @property
    def is_watched(self) -> bool:
        """Whether a probe watches what happens, on examples alone: real processes, which wait in earnest."""
        return self.probe is not None and self.generate is None

    @property
    def solution(self) -> AnswerKey:
        """What is right, and which wrong answers have a name; loaded when first asked for."""
        if self.answer_key:
            return load(self.answer_key)
        return AnswerKey(self.reference, self.misconceptions)


class UnknownExerciseError(LookupError):
    """No installed package offers an exercise of that id."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, without the way to it through our code."""
        from autograder.report import in_lines  # noqa: PLC0415 - it needs verdicts, and they exercises

        return in_lines(str(self))


def lessons() -> dict[str, EntryPoint]:
    """Where each lesson's exercises are, by lesson id; nothing is loaded yet."""
    return {entry.name: entry for entry in sorted(entry_points(group=GROUP))}


@cache
def exercises(lesson: str) -> Mapping[str, Task]:
    """The exercises of one lesson by id; none if no installed package offers that lesson."""
    entry = lessons().get(lesson)
    return {each.id: each for each in entry.load().EXERCISES} if entry else {}


def find(exercise_id: str) -> Task:
    """The exercise called `exercise_id`.

    Raises:
        UnknownExerciseError: if there is none; the message names the nearest ids.
    """
    found = exercises(exercise_id.partition("/")[0]).get(exercise_id)
    if found is not None:
        return found
    known = [each for lesson in lessons() for each in exercises(lesson)]
    near = get_close_matches(exercise_id, known, n=3, cutoff=0.7) or known
    raise UnknownExerciseError(
        text("check.unknown-exercise", exercise=exercise_id, near=", ".join(near))
    )
