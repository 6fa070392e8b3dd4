"""The lessons as tests see them: sources, cells, solutions, answers of the bank."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder import bank
from autograder.cells import Definitions
from autograder.exercise import Task, exercises, lessons

COURSE = Path(__file__).parents[1]
ANSWERS = COURSE / "tests" / "answers"
LANGUAGES = ("zh", "en")


@cache
def source(lesson: str) -> NotebookNode:
    """The source notebook of a lesson."""
    return nbformat.read(source_path(lesson), as_version=4)


def source_path(lesson: str) -> Path:
    """Where a lesson's source is."""
    (path,) = (COURSE / "source" / lesson).glob("*.ipynb")
    return path


def released(lesson: str, language: str) -> NotebookNode:
    """The notebook that learners get."""
    (path,) = (COURSE / "release" / language / lesson).glob("*.ipynb")
    return nbformat.read(path, as_version=4)


def all_lessons() -> list[str]:
    """The ids of all lessons that have a source."""
    return sorted(path.parent.name for path in (COURSE / "source").glob("*/*.ipynb"))


def all_exercises() -> Iterator[Task]:
    """Every exercise of every lesson."""
    for lesson in lessons():
        yield from exercises(lesson).values()


def grade_id(cell: NotebookNode) -> str:
    """A cell's grade id, or an empty string."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def definitions_with(exercise: Task, answer: str, language: str = "zh") -> Definitions:
    """The definitions of an exercise's released notebook once `answer` stands in its solution."""
    return bank.definitions_with(COURSE, exercise, answer, language)
