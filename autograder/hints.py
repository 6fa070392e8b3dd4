"""``hint("lesson/exercise")``: one more hint each time, from a nudge to nearly there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from autograder.exercise import find
from autograder.messages import text, texts
from autograder.report import in_lines

_shown: Counter[str] = Counter()


def hint(exercise_id: str) -> None:
    """Print the next hint for an exercise; after the last one, all of them again.

    Raises:
        UnknownExerciseError: if no installed package offers the exercise.

    Example::

        hint("02-scheduling/fcfs")
    """
    exercise = find(exercise_id)
    hints = texts(f"{exercise.key}.hints")
    if not hints:
        print(text("hint.none", exercise=exercise_id))
        return
    _shown[exercise_id] += 1
    number = _shown[exercise_id]
    if number <= len(hints):
        _tell(number, hints)
        return
    print(text("hint.all", count=len(hints)))
    for number in range(1, len(hints) + 1):
        _tell(number, hints)


def _tell(number: int, hints: Sequence[str]) -> None:
    told = text("hint.one", number=number, count=len(hints), hint=hints[number - 1])
    print(*in_lines(told), sep="\n")
