"""The class on disk: restoring cells, lateness, language, the table, bad input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.__main__ import main
from autograder.exam import language_of
from autograder.klass import Points, table
from autograder.language import keep
from autograder.late import SECONDS_A_DAY, penalty
from autograder.referee import Case, GradedCell, judge
from tests.lessons import COURSE


@given(
    st.floats(0, 100), st.floats(-1e6, 1e7), st.floats(0, 1), st.floats(0, 1e4), st.floats(0, 1e6)
)
def test_a_penalty_is_between_nothing_and_everything(
    score: float, late: float, per_day: float, grace: float, later: float
) -> None:
    """It never falls with lateness, and is nothing in time."""
    cost = penalty(score, late, per_day, grace)
    assert 0 <= cost <= score
    assert cost <= penalty(score, late + later, per_day, grace)
    if late <= 0:
        assert cost == 0


def test_each_day_begun_costs_its_share() -> None:
    """A minute into the third day is three days."""
    assert penalty(10, 2 * SECONDS_A_DAY + 60, per_day=0.2, grace_minutes=0) == pytest.approx(6)


def test_keeping_a_language_keeps_what_is_shared() -> None:
    """And drops the tags that told the twins apart."""
    cells = [
        new_markdown_cell("你好", metadata={"tags": ["zh"]}),
        new_markdown_cell("hello", metadata={"tags": ["en"]}),
        new_code_cell("x = 1"),
    ]
    kept = keep(new_notebook(cells=cells), "en")
    assert [cell.source for cell in kept.cells] == ["hello", "x = 1"]
    assert language_of(kept) == "en"
    assert all("tags" not in cell.metadata for cell in kept.cells)


def test_a_notebook_of_unknown_language_is_graded_in_chinese() -> None:
    """Whatever its metadata hold."""
    for noted in ({}, {"baozi": 3}, {"baozi": {"language": "fr"}}):
        assert language_of(new_notebook(metadata=noted)) == "zh"


def test_a_test_cell_sees_the_cells_above_it_only() -> None:
    """As a kernel would have run them."""
    cells = [("Cell In[1]", "x = 1"), ("Cell In[2]", "def double(n):\n    return 2 * n")]
    test = "check('00-start/double', generated=3)"
    early, late = judge(Case("en", cells, [GradedCell(test, 1), GradedCell(test, 2)]))
    assert early.error == "CheckFailed"
    assert late.error == ""
    assert late.printed.startswith("✓")


def test_a_test_cell_that_is_itself_broken_is_an_error() -> None:
    """An instructor's mistake is shown, not hidden."""
    (result,) = judge(Case("en", [], [GradedCell("1 / 0", 0)]))
    assert result.error == "ZeroDivisionError"
    assert result.lines


def test_the_table_marks_what_is_missing_and_what_waits() -> None:
    """A dash for nothing handed in, a plus where a human has still to add."""
    points = {
        ("an", "00-start"): Points(1, 1, by_hand=False),
        ("bo", "01-more"): Points(2.5, 12, by_hand=True),
    }
    rows = [line.split() for line in table(points).splitlines()]
    assert rows == [
        ["learner", "00-start", "01-more", "total"],
        ["an", "1/1", "-", "1/1"],
        ["bo", "-", "2.5/12+", "2.5/12+"],
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grade", "{tmp}"], "Nothing was handed in"),
        (["grade", "{tmp}/none"], "There is no folder"),
        (["--course", "{tmp}", "release"], "no nbgrader_config.py"),
    ],
)
def test_bad_input_gets_one_sentence(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong, and what to do about it; no traceback."""
    given_words = [word.replace("{tmp}", str(tmp_path)) for word in arguments]
    if "--course" not in given_words:
        given_words = ["--course", str(COURSE), *given_words]
    assert main(given_words) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
