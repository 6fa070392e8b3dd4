"""A class on disk, worked with nbgrader's own tools: release, grade, table of points.

nbgrader keeps its folders, its database and its rules; this module calls it lesson by lesson and
tells what came of it. Importing it imports nbgrader, so only the command line does.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import tomllib
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.plugins import CsvExportPlugin
from sqlalchemy.exc import SAWarning
from traitlets.config.loader import PyFileConfigLoader

from autograder.links import links
from autograder.messages import LANGUAGES, text

# nbgrader's queries make SQLAlchemy 2 warn of its own flushing; nothing is lost by it.
warnings.filterwarnings("ignore", category=SAWarning)

ERROR = re.compile(r"^[\w.]*(?:Error|Exception|Interrupt|Warning)\b.*")


class ClassError(RuntimeError):
    """Something about a class's folder is not as it must be; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Points:
    """What one learner has in one lesson.

    Args:
        score: Points, late penalties taken off.
        max_score: Points that could be had.
        by_hand: Whether an answer still waits for a human.
    """

    score: float
    max_score: float
    by_hand: bool


class Klass:
    """A class's folder, seen through nbgrader.

    Args:
        course: The course's folder, with ``nbgrader_config.py`` and ``source/`` in it.
        folder: The class's folder, with ``submitted/<learner>/<lesson>/`` in it.
        language: The language to release in.

    Raises:
        ClassError: if `course` is no course, or `folder` cannot be written to.
    """

    def __init__(self, course: Path, folder: Path, language: str = "zh") -> None:
        self.course, self.folder = course.resolve(), folder.resolve()
        if not (self.course / "nbgrader_config.py").exists():
            raise ClassError(
                f"There is no nbgrader_config.py in {course}. Run this in the course's folder."
            )
        if not self.folder.is_dir():
            raise ClassError(f"There is no folder {folder}. Name the folder that has submitted/.")
        if not os.access(self.folder, os.W_OK):
            raise ClassError(
                f"The folder {folder} cannot be written to. Use one of your own, or change its rights."
            )
        os.environ["BAOZI_CLASS"] = str(self.folder)
        os.environ["BAOZI_LANG"] = language
        # nbgrader calls alembic by name to make its database.
        os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        loader = PyFileConfigLoader("nbgrader_config.py", path=str(self.course))
        self.api = NbGraderAPI(config=loader.load_config())
        # nbgrader's own words are kept for the reason of a failure, not printed.
        self.api.log = logging.getLogger("autograder.nbgrader")
        self.api.log.setLevel(logging.INFO)
        self.api.log.propagate = False

    @property
    def lessons(self) -> list[str]:
        """The ids of all lessons that the course has a source of."""
        folders = (self.course / "source").iterdir()
        return sorted(folder.name for folder in folders if any(folder.glob("*.ipynb")))

    def submitted(self) -> list[tuple[str, str]]:
        """Learner and lesson of everything that was handed in."""
        found = (self.folder / "submitted").glob("*/*/")
        return sorted(
            (each.parent.name, each.name) for each in found if each.name in set(self.lessons)
        )

    def release(self, lessons: Sequence[str] | None = None) -> None:
        """Generate the release of `lessons` (default: all) and enter them in the gradebook."""
        for lesson in lessons if lessons is not None else self.lessons:
            _must(self.api.generate_assignment(lesson, force=True), lesson)
        self._set_due_dates()

    def grade(self) -> Iterator[tuple[str, str, str]]:
        """Grade what is new or changed and write feedback; yields learner, lesson and what was done.

        What was done is ``"graded"``, ``"unchanged"``, or a sentence on what went wrong.
        """
        known = {a.name for a in self._gradebook_assignments()}
        needed = {lesson for _, lesson in self.submitted()}
        self.release(sorted(needed - known))
        for learner, lesson in self.submitted():
            if self._is_graded(learner, lesson):
                yield learner, lesson, "unchanged"
                continue
            unusable = self._unusable(learner, lesson)
            if unusable:
                yield learner, lesson, unusable
                continue
            result = self.api.autograde(lesson, learner, force=True)
            if not result["success"]:
                yield learner, lesson, _reason(result)
                continue
            feedback = self.api.generate_feedback(lesson, learner, force=True)
            yield learner, lesson, "graded" if feedback["success"] else _reason(feedback)

    def points(self) -> Mapping[tuple[str, str], Points]:
        """The gradebook's points, by learner and lesson."""
        with Gradebook(self.api.coursedir.db_url) as gradebook:
            return {
                (submission.student.id, assignment.name): Points(
                    submission.score - submission.late_submission_penalty,
                    assignment.max_score,
                    submission.needs_manual_grade,
                )
                for assignment in gradebook.assignments
                for submission in assignment.submissions
            }

    def export(self, path: Path) -> None:
        """Write the gradebook as CSV, in nbgrader's own form."""
        plugin = CsvExportPlugin(parent=self.api)
        plugin.to = str(path)
        with Gradebook(self.api.coursedir.db_url) as gradebook:
            plugin.export(gradebook)

    def _is_graded(self, learner: str, lesson: str) -> bool:
        """Whether the autograded notebooks are newer than what was handed in."""
        done = [
            self.folder / "autograded" / learner / lesson / f"{name}.ipynb"
            for name in self._notebooks(lesson)
        ]
        handed_in = [
            path
            for path in (self.folder / "submitted" / learner / lesson).rglob("*")
            if path.is_file()
        ]
        if not done or not all(path.exists() for path in done):
            return False
        newest = max((path.stat().st_mtime_ns for path in handed_in), default=0)
        return newest < min(path.stat().st_mtime_ns for path in done)

    def _unusable(self, learner: str, lesson: str) -> str:
        """Why what was handed in cannot be graded, and what to do; empty if it can be."""
        # Before anything of it is read: a link may lead to what never ends.
        for link in links(self.folder / "submitted" / learner / lesson):
            return text("exam.link", link=link.relative_to(self.folder / "submitted"))
        for name in self._notebooks(lesson):
            path = self.folder / "submitted" / learner / lesson / f"{name}.ipynb"
            if not path.is_file():
                there = ", ".join(each.name for each in path.parent.iterdir()) or "nothing"
                return (
                    f"{name}.ipynb is missing (there is {there}). Rename it, or ask for it again."
                )
            try:
                nbformat.read(path, as_version=4)
            except (OSError, ValueError, AttributeError) as error:
                reason = str(error).splitlines()[0][:100] if str(error) else type(error).__name__
                return f"{name}.ipynb is not a notebook ({reason}). Ask for it again."
        return ""

    def _notebooks(self, lesson: str) -> list[str]:
        return [path.stem for path in (self.course / "source" / lesson).glob("*.ipynb")]

    def _gradebook_assignments(self) -> list[Any]:
        with Gradebook(self.api.coursedir.db_url) as gradebook:
            return list(gradebook.assignments)

    def _set_due_dates(self) -> None:
        path = self.folder / "class.toml"
        if not path.exists():
            return
        try:
            due = tomllib.loads(path.read_text("utf-8")).get("due", {})
        except tomllib.TOMLDecodeError as error:
            raise ClassError(f"{path} is not valid TOML: {error}") from None
        with Gradebook(self.api.coursedir.db_url) as gradebook:
            for lesson, date in due.items():
                if lesson not in self.lessons:
                    raise ClassError(f"{path}: there is no lesson {lesson!r} to be due.")
                gradebook.update_or_create_assignment(lesson, duedate=str(date))


def _must(result: Mapping[str, Any], lesson: str) -> None:
    """Raise what went wrong, if anything did."""
    if not result["success"]:
        raise ClassError(f"{lesson}: {_reason(result)}")


def _reason(result: Mapping[str, Any]) -> str:
    """The line of nbgrader's log that says most: the last exception it met before giving up."""
    lines = [line.strip() for line in str(result.get("log", "")).splitlines()]
    errors = [line for line in lines if ERROR.match(line)]
    told = [line for line in lines if line.startswith("[ERROR]")]
    return (errors or told or ["nbgrader did not say why"])[-1]


def release_all(course: Path, into: Path | None = None) -> list[Path]:
    """Generate the release of every lesson and page in every language; the notebooks written.

    Args:
        course: The course's folder.
        into: Where to write ``<language>/<lesson>/``; default: the course's ``release/``.

    Raises:
        ClassError: if a lesson cannot be generated.
    """
    target = (into or course / "release").resolve()
    target.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for language in LANGUAGES:
        with _scratch() as folder:
            klass = Klass(course, folder, language)
            klass.api.coursedir.release_directory = str(target / language)
            config = klass.api.config
            config.SaveCells.enabled = False
            config.GenerateAssignment.no_database = True
            klass.api.update_config(config)
            for lesson in klass.lessons:
                _must(klass.api.generate_assignment(lesson, force=True), lesson)
                written += sorted((target / language / lesson).rglob("*.ipynb"))
        written += _pages(course, target / language, language)
    return written


def _pages(course: Path, into: Path, language: str) -> Iterator[Path]:
    """What stands beside the lessons, such as an index: nothing in it is graded."""
    import nbformat  # noqa: PLC0415 - here only

    from autograder.language import keep  # noqa: PLC0415 - it needs nbgrader

    for page in sorted((course / "source").glob("*.ipynb")):
        nbformat.write(keep(nbformat.read(page, as_version=4), language), into / page.name)
        yield into / page.name


@contextmanager
def _scratch() -> Iterator[Path]:
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - here only

    with TemporaryDirectory(prefix="baozi-class-") as folder:
        yield Path(folder)


def table(points: Mapping[tuple[str, str], Points]) -> str:
    """A table of points, a row for each learner and a column for each lesson.

    A ``+`` marks points to which a human has still to add; ``-`` stands where nothing was handed in.

    >>> print(table({("li", "00-start"): Points(1.0, 1.0, False)}))
    learner  00-start  total
    li            1/1    1/1
    """
    lessons = sorted({lesson for _, lesson in points})
    rows = [["learner", *lessons, "total"]]
    for learner in sorted({learner for learner, _ in points}):
        own = [points.get((learner, lesson)) for lesson in lessons]
        had = [each for each in own if each is not None]
        total = Points(
            sum(each.score for each in had),
            sum(each.max_score for each in had),
            any(each.by_hand for each in had),
        )
        rows.append([learner, *map(_fraction, [*own, total])])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _fraction(points: Points | None) -> str:
    if points is None:
        return "-"
    return f"{points.score:g}/{points.max_score:g}{'+' if points.by_hand else ''}"
