"""The answer bank: right answers pass, wrong ones fail for the reason they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import messages
from autograder.checking import GENERATED, examine_notebook, inputs
from autograder.exercise import Exercise, find
from autograder.messages import entries, texts
from autograder.report import describe
from tests.lessons import ANSWERS, all_exercises, definitions_with

BANK = sorted(ANSWERS.glob("*/*/*.py"))


def name_of(path: Path) -> str:
    """An answer by lesson, exercise and file."""
    return str(path.relative_to(ANSWERS))


@pytest.mark.parametrize("path", BANK, ids=name_of)
def test_every_answer_gets_its_verdict(path: Path) -> None:
    """No chance is involved: a right answer always passes, a wrong one fails as it says."""
    lesson, exercise_id = path.parts[-3:-1]
    exercise = find(f"{lesson}/{exercise_id}")
    answer = path.read_text("utf-8")
    verdict = examine_notebook(
        exercise, definitions_with(exercise, answer), inputs(exercise, (), GENERATED, 0)
    )
    if path.name.startswith("right_"):
        assert verdict.passed, describe(verdict)
    else:
        head = answer.splitlines()[0]
        assert head.startswith("# diagnosis: "), "a wrong answer names its diagnosis"
        assert verdict.diagnosis == head.removeprefix("# diagnosis: ").strip(), describe(verdict)
    for language in ("zh", "en"):
        messages.use(language)
        assert exercise.id in describe(verdict)  # every diagnosis has its sentence


@pytest.mark.parametrize("exercise", list(all_exercises()), ids=lambda each: each.id)
def test_every_exercise_is_complete(exercise: Exercise) -> None:
    """Hints, a goal, and a bank of at least two right and four wrong answers."""
    files = [path.name for path in (ANSWERS / exercise.id).glob("*.py")]
    assert sum(name.startswith("right_") for name in files) >= 2
    assert sum(name.startswith("wrong_") for name in files) >= 4
    for language in ("zh", "en"):
        messages.use(language)
        assert 1 <= len(texts(f"{exercise.key}.hints")) <= 3
        assert entries(f"{exercise.key}.goal")


@pytest.mark.parametrize("exercise", list(all_exercises()), ids=lambda each: each.id)
def test_every_misconception_has_a_sentence_and_an_answer(exercise: Exercise) -> None:
    """What can be diagnosed is told in both languages, and somebody in the bank makes it."""
    told = {
        path.read_text("utf-8").splitlines()[0].removeprefix("# diagnosis: ").strip()
        for path in (ANSWERS / exercise.id).glob("wrong_*.py")
    }
    for language in ("zh", "en"):
        messages.use(language)
        sentences = entries(f"{exercise.key}.diagnoses") if exercise.misconceptions else {}
        assert exercise.misconceptions.keys() <= sentences.keys()
    assert exercise.misconceptions.keys() <= told
