"""Whole submissions through nbgrader: the sample class, references, untouched releases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import psutil
import pytest

from autograder.klass import Klass, Points
from autograder.language import keep
from tests import sample_class
from tests.lessons import COURSE, LANGUAGES, all_lessons, source, source_path

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A class's folder; nothing of what ran for it is left behind."""
    for name in ("BAOZI_CLASS", "BAOZI_LANG", "PATH"):
        monkeypatch.setenv(name, __import__("os").environ.get(name, ""))
    before = set(psutil.pids())
    yield tmp_path
    ours = "autograder"
    left = []
    for pid in set(psutil.pids()) - before:
        try:
            if ours in " ".join(psutil.Process(pid).cmdline()):
                left.append(pid)
        except psutil.Error:
            continue
    assert not left


def hand_in(folder: Path, learner: str, lesson: str, notebook: nbformat.NotebookNode) -> None:
    """Put a notebook where nbgrader's collect would."""
    target = folder / "submitted" / learner / lesson / source_path(lesson).name
    target.parent.mkdir(parents=True)
    nbformat.write(notebook, target)


def graded(folder: Path) -> dict[tuple[str, str], Points]:
    """Grade the class and return its points; everything must have been graded."""
    klass = Klass(COURSE, folder)
    assert {done for *_, done in klass.grade()} == {"graded"}
    return dict(klass.points())


def test_the_sample_class_gets_exactly_the_expected_points(folder: Path) -> None:
    """Hostile and clumsy submissions cost their own points, never another's; again: no change."""
    sample_class.build(folder)
    points = graded(folder)
    assert {who: each.score for who, each in points.items()} == sample_class.expected()
    for learner, lesson in points:
        (page,) = (folder / "feedback" / learner / lesson).glob("*.html")
        assert page.stat().st_size > 10_000
    klass = Klass(COURSE, folder)
    assert {done for *_, done in klass.grade()} == {"unchanged"}
    assert dict(klass.points()) == points
    klass.export(folder / "grades.csv")
    rows = (folder / "grades.csv").read_text("utf-8").splitlines()
    assert len(rows) > len(points)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stock", [False, True], ids=["exam mode", "stock nbgrader"])
def test_references_get_full_points_and_untouched_releases_none(
    folder: Path, language: str, stock: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In each lesson, whichever way it is graded; words are graded by hand."""
    monkeypatch.setenv("BAOZI_STOCK", "1" if stock else "")
    for lesson in all_lessons():
        hand_in(folder, "reference", lesson, keep(source(lesson), language))
        shutil.copytree(
            COURSE / "release" / language / lesson, folder / "submitted" / "untouched" / lesson
        )
    points = graded(folder)
    for lesson in all_lessons():
        by_hand = sum(
            cell.metadata["nbgrader"]["points"]
            for cell in source(lesson).cells
            if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("grade")
        )
        reference, untouched = points["reference", lesson], points["untouched", lesson]
        assert reference.score == reference.max_score - by_hand
        assert reference.by_hand == bool(by_hand)
        assert (untouched.score, untouched.by_hand) == (0, False)
