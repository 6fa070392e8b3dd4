"""A learner's progress, kept on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder import messages, standing


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, and a notebook."""
    monkeypatch.setenv("BAOZI_PROGRESS", str(tmp_path / "kept"))
    monkeypatch.setattr(standing, "_in_notebook", lambda: True)
    messages.use("en")
    return tmp_path / "kept"


def test_tries_are_counted_and_a_pass_is_kept() -> None:
    """Who passed once has passed, whatever they try later."""
    assert standing.standing("00-start/double") == standing.Standing()
    for passed in (False, True, False):
        standing.note("00-start/double", passed=passed)
    now = standing.standing("00-start/double")
    assert (now.tries, now.passed) == (3, True)
    assert now.last > 0


def test_it_is_shown_lesson_by_lesson(capsys: pytest.CaptureFixture[str]) -> None:
    """Words and signs, and where it is kept."""
    standing.note("00-start/double", passed=True)
    standing.note("05-lifecycle/reap", passed=False)
    standing.progress()
    said = capsys.readouterr().out
    assert "✓ double" in said
    assert "✗ reap (tries: 1)" in said
    assert "· fate" in said
    assert "1 of " in said


def test_a_torn_file_is_an_exercise_not_tried(somewhere: Path) -> None:
    """And is mended by the next check."""
    path = somewhere / "00-start" / "double.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"tries": ', "utf-8")
    assert standing.standing("00-start/double").tries == 0
    standing.note("00-start/double", passed=True)
    assert standing.standing("00-start/double").passed


def test_whoever_grades_notes_nothing(somewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a notebook no file is written."""
    monkeypatch.setattr(standing, "_in_notebook", lambda: False)
    standing.note("00-start/double", passed=True)
    assert not somewhere.exists()


def test_a_disk_that_cannot_be_written_stops_no_check(somewhere: Path) -> None:
    """Progress is a comfort, not a condition."""
    somewhere.write_text("in the way", "utf-8")
    standing.note("00-start/double", passed=True)


def test_a_kernel_that_grades_is_no_learners_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernels that nbgrader starts are told what they are for."""
    monkeypatch.undo()
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert not standing._in_notebook()
