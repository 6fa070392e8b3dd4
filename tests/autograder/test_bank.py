"""An exercise is proved before learners see it: what it lacks is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder import messages
from autograder.__main__ import main
from autograder.bank import answers, complaints
from autograder.exercise import Exercise

DOUBLE = Exercise(
    id="99-new/double", name="double", examples=((2,), (3,)), reference=lambda number: 2 * number
)
TEXTS = """
[double]
goal = "Double it."
hints = ["Twice."]
"""


def notebook(path: Path, solution: str) -> None:
    """A lesson with one exercise."""
    role = {"nbgrader": {"grade_id": "double", "solution": True, "grade": False}}
    path.parent.mkdir(parents=True)
    nbformat.write(new_notebook(cells=[new_code_cell(solution, metadata=role)]), path)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A course whose only exercise lacks nothing; the bank is in ``bank/``."""
    notebook(tmp_path / "source/99-new/new.ipynb", "")
    for language in messages.LANGUAGES:
        notebook(
            tmp_path / f"release/{language}/99-new/new.ipynb",
            "def double(number):\n    raise NotImplementedError()",
        )
        texts = tmp_path / "messages" / language
        texts.mkdir(parents=True)
        (texts / "99-new.toml").write_text(TEXTS, "utf-8")
    bank = tmp_path / "bank" / "99-new" / "double"
    bank.mkdir(parents=True)
    for name, body in (("times", "2 * n"), ("plus", "n + n")):
        (bank / f"right_{name}.py").write_text(f"def double(n):\n    return {body}\n")
    for number, body in enumerate(("n", "n + 2", "n ** 2", "4")):
        (bank / f"wrong_{number}.py").write_text(
            f"# diagnosis: differs\ndef double(n):\n    return {body}\n"
        )
    monkeypatch.setattr(messages, "_folders", [*messages._folders, tmp_path / "messages"])
    messages._catalogue.cache_clear()
    yield tmp_path
    messages._catalogue.cache_clear()


def said(course: Path) -> list[str]:
    """What is said of the exercise."""
    return list(complaints(course, course / "bank", DOUBLE))


def test_a_whole_exercise_is_proved(course: Path) -> None:
    """Nothing is missing, and every answer gets its verdict."""
    assert said(course) == []
    assert [each.diagnosis for each in answers(course / "bank", DOUBLE)] == ["", ""] + 4 * [
        "differs"
    ]


def test_an_exercise_without_hints_is_refused(course: Path) -> None:
    """In either language."""
    path = course / "messages" / "en" / "99-new.toml"
    path.write_text('[double]\ngoal = "Double it."\n', "utf-8")
    messages._catalogue.cache_clear()
    assert said(course) == ["it has 0 hints in en: write one to 3 of them"]


def test_an_exercise_without_a_bank_is_refused(course: Path) -> None:
    """And told where to write it."""
    found = list(complaints(course, course / "elsewhere", DOUBLE))
    assert ["holds 0 right" in found[0], "holds 0 wrong" in found[1]] == [True, True]
    assert "elsewhere/99-new/double" in found[0]


def test_an_exercise_that_is_solved_already_is_refused(course: Path) -> None:
    """The untouched release must not pass."""
    path = course / "release" / "en" / "99-new" / "new.ipynb"
    path.unlink()
    path.parent.rmdir()
    notebook(path, "def double(number):\n    return 2 * number")
    assert said(course) == ["its untouched release in en passes: leave something to be done"]


def test_an_answer_that_gets_another_verdict_is_named(course: Path) -> None:
    """With what it wants and what it got."""
    wrong = course / "bank" / "99-new" / "double" / "wrong_0.py"
    wrong.write_text("# diagnosis: differs\ndef double(n):\n    return 2 * n\n")
    (found,) = said(course)
    assert found.startswith("wrong_0.py wants 'differs' and got 'a pass'")


def test_the_command_says_so_and_ends_with_a_status(capsys: pytest.CaptureFixture[str]) -> None:
    """0 for what is proved, 2 for what is unknown."""
    assert main(["exercises", "00-start/double"]) == 0
    assert "00-start/double: 14 answers, proved" in capsys.readouterr().out
    assert main(["exercises", "00-start/nonsense"]) == 2
