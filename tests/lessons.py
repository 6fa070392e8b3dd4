"""The lessons as tests see them: sources, cells, solutions, answers of the bank."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.cells import Cell, Definitions, definitions
from autograder.exercise import Exercise, exercises, lessons
from autograder.language import keep

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


def all_exercises() -> Iterator[Exercise]:
    """Every exercise of every lesson."""
    for lesson in lessons():
        yield from exercises(lesson).values()


def grade_id(cell: NotebookNode) -> str:
    """A cell's grade id, or an empty string."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def definitions_with(exercise: Exercise, answer: str, language: str = "zh") -> Definitions:
    """The definitions of an exercise's released notebook once `answer` stands in its solution."""
    notebook = keep(source(exercise.lesson), language)
    cells = []
    for number, cell in enumerate((c for c in notebook.cells if c.cell_type == "code"), start=1):
        nbgrader = cell.metadata.get("nbgrader", {})
        if nbgrader.get("grade") or (
            nbgrader.get("solution") and grade_id(cell) != exercise.id.split("/")[1]
        ):
            continue  # tests define nothing, and one exercise does not lean on another's answer
        text = answer if nbgrader.get("solution") else cell.source
        cells.append(Cell(f"Cell In[{number}]", text))
    return definitions(cells)
