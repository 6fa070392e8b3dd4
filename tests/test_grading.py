"""Whole submissions through nbgrader: the sample class, references, untouched releases."""

from __future__ import annotations

import os
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
STOCK = {"07-semaphore", "11-joinable-queue", "13-sharing"}
"""A notebook takes twenty seconds in a kernel: these lessons stand for all, unless BAOZI_ALL is set."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A class's folder; nothing of what ran for it is left behind."""
    for name in ("BAOZI_CLASS", "BAOZI_LANG", "PATH"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
    monkeypatch.setenv("BAOZI_PACE", "0.01")  # the demos of a stock run sleep less
    yield tmp_path
    assert not orphans()


def orphans() -> list[psutil.Process]:
    """Live processes of any check that have lost their parent; other tests' have theirs."""
    found = []
    for process in psutil.process_iter(["cmdline", "ppid", "status"]):
        about = process.info
        ours = "autograder" in " ".join(about["cmdline"] or [])
        if ours and about["ppid"] == 1 and about["status"] != psutil.STATUS_ZOMBIE:
            found.append(process)
    return found


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


def test_stock_nbgrader_gives_the_well_behaved_the_same_points(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check is the same in a kernel; those whose code a kernel does not stand say so in their file."""
    monkeypatch.setenv("BAOZI_STOCK", "1")
    sample_class.build(folder, stock=True)
    expected = sample_class.expected(stock=True)
    if "BAOZI_ALL" not in os.environ:
        for path in folder.glob("submitted/*/*"):
            if path.name not in STOCK:
                shutil.rmtree(path)
        expected = {who: score for who, score in expected.items() if who[1] in STOCK}
    points = graded(folder)
    assert {who: each.score for who, each in points.items()} == expected


def test_what_cannot_be_graded_is_named_and_costs_nobody_else(folder: Path) -> None:
    """A missing notebook, one that is not JSON, and one of another shape; the rest is graded."""
    hand_in(folder, "good", "00-start", keep(source("00-start"), "zh"))
    for learner, name, text in [
        ("lost", "other.ipynb", "{}"),
        ("torn", "start.ipynb", "{"),
        ("odd", "start.ipynb", "[1, 2]"),
    ]:
        target = folder / "submitted" / learner / "00-start"
        target.mkdir(parents=True)
        (target / name).write_text(text, "utf-8")
    done = {learner: what for learner, _, what in Klass(COURSE, folder).grade()}
    assert done["good"] == "graded"
    assert "start.ipynb is missing (there is other.ipynb)" in done["lost"]
    assert "not a notebook" in done["torn"]
    assert "not a notebook" in done["odd"]


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
