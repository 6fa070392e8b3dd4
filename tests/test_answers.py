"""The answer bank: right answers pass, wrong ones fail for the reason they name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import bank, messages
from autograder.answer_key import AnswerKey
from autograder.exercise import Exercise, Task, find
from autograder.explorer.rooms import at_hand
from autograder.messages import entries
from autograder.report import describe
from tests.lessons import ANSWERS, COURSE, all_exercises


@pytest.fixture(scope="module", autouse=True)
def _at_hand() -> Iterator[None]:
    """What explores stays for all of them, as it does for all tests of a notebook in exam mode."""
    with at_hand():
        yield


BANK = sorted(ANSWERS.glob("*/*/*.py"))


def name_of(path: Path) -> str:
    """An answer by lesson, exercise and file."""
    return str(path.relative_to(ANSWERS))


@pytest.mark.parametrize("path", BANK, ids=name_of)
def test_every_answer_gets_its_verdict(path: Path) -> None:
    """No chance is involved: a right answer always passes, a wrong one fails as it says."""
    lesson, exercise_id = path.parts[-3:-1]
    exercise = find(f"{lesson}/{exercise_id}")
    (answer,) = [each for each in bank.answers(ANSWERS, exercise) if each.path == path]
    verdict = bank.verdict_on(COURSE, exercise, answer.text)
    assert (verdict.diagnosis or "") == answer.diagnosis, describe(verdict)
    for language in ("zh", "en"):
        messages.use(language)
        assert exercise.id in describe(verdict)  # every diagnosis has its sentence


@pytest.mark.parametrize("exercise", list(all_exercises()), ids=lambda each: each.id)
def test_every_exercise_is_complete(exercise: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    """A goal, hints, a bank of right and wrong answers, and a release that does not pass untouched."""
    monkeypatch.setattr(bank, "answers", lambda *_: [])  # they are tried above
    found = [each for each in bank.complaints(COURSE, ANSWERS, exercise) if "its bank" not in each]
    assert not found
    files = [path.name for path in (ANSWERS / exercise.id).glob("*.py")]
    assert sum(name.startswith("right_") for name in files) >= bank.RIGHT
    assert sum(name.startswith("wrong_") for name in files) >= bank.WRONG


@pytest.mark.parametrize("exercise", list(all_exercises()), ids=lambda each: each.id)
def test_every_misconception_has_a_sentence_and_an_answer(exercise: Task) -> None:
    """What can be diagnosed is told in both languages, and somebody in the bank makes it."""
    told = {each.diagnosis for each in bank.answers(ANSWERS, exercise)}
    key = exercise.solution if isinstance(exercise, Exercise) else AnswerKey()
    models = key.misconceptions.keys() | key.slips.keys()
    for language in ("zh", "en"):
        messages.use(language)
        sentences = entries(f"{exercise.key}.diagnoses") if models else {}
        assert models <= sentences.keys()
    assert models <= told
