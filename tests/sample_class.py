"""Builds the sample class: submissions as learners hand them in, made from the release.

A learner is a TOML file in ``tests/class/``: the language of the release they had, what they did to
each lesson, and the points they must get. Building from the release keeps submissions true to what
learners really get, and a submission is as small as what makes it special.

    language = "zh"
    about = "what is special about this one"
    stock = false                  # why: in stock nbgrader they do not get the same points, or not soon

    [lessons.00-start]
    expected = 1                   # points, before anything is graded by hand
    answers = "right"              # right | untouched | wrong: the answer bank fills all solutions
    named.double = "right_times_two"  # a certain one of the bank's answers, by grade id
    cells.double = '''…'''         # or the text of single cells, by grade id
    delete = ["double-test"]       # grade ids of cells that were deleted
    duplicate = ["double"]         # … copied
    retype = ["double"]            # … turned from code into prose or back
    reverse = true                 # all cells in the opposite order
"""

from __future__ import annotations

import argparse
import copy
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

TESTS = Path(__file__).parent
COURSE = TESTS.parent


def learners() -> dict[str, dict[str, Any]]:
    """Every learner's file, by learner id."""
    return {
        path.stem: tomllib.loads(path.read_text("utf-8"))
        for path in sorted((TESTS / "class").glob("*.toml"))
    }


def expected(*, stock: bool = False) -> dict[tuple[str, str], float]:
    """The points that must come out, by learner and lesson.

    Args:
        stock: Only of those learners who get the same points in stock nbgrader.
    """
    return {
        (learner, lesson): float(edits["expected"])
        for learner, given in learners().items()
        if given.get("stock", True) or not stock
        for lesson, edits in given["lessons"].items()
    }


def build(folder: Path, *, stock: bool = False) -> None:
    """Write the class's ``submitted/`` below `folder`; what is there already stays untouched.

    Args:
        folder: The class's folder.
        stock: Only those learners who get the same points in stock nbgrader.
    """
    for learner, given in learners().items():
        if stock and not given.get("stock", True):
            continue
        for lesson, edits in given["lessons"].items():
            source = next((COURSE / "release" / given["language"] / lesson).glob("*.ipynb"))
            notebook = edited(nbformat.read(source, as_version=4), lesson, edits)
            target = folder / "submitted" / learner / lesson / source.name
            text = nbformat.writes(notebook) + "\n"
            if not target.exists() or target.read_text("utf-8") != text:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, "utf-8")


def edited(notebook: NotebookNode, lesson: str, edits: Mapping[str, Any]) -> NotebookNode:
    """`notebook` after a learner has worked on it as `edits` says."""
    for cell in notebook.cells:
        grade_id = grade_id_of(cell)
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code":
            kind = edits.get("named", {}).get(grade_id) or edits.get("answers", "untouched")
            cell.source = answer(lesson, grade_id, kind, cell.source)
        if grade_id in edits.get("cells", {}):
            cell.source = edits["cells"][grade_id]
    cells = []
    for cell in notebook.cells:
        grade_id = grade_id_of(cell)
        if grade_id in edits.get("delete", []):
            continue
        handed_in = retyped(cell) if grade_id in edits.get("retype", []) else cell
        cells.append(handed_in)
        if grade_id in edits.get("duplicate", []):
            cells.append(NotebookNode({**copy.deepcopy(handed_in), "id": f"{cell.id}-copy"}))
    own = enumerate(edits.get("append", []))
    cells += [new_code_cell(source, id=f"own-{number}") for number, source in own]
    notebook.cells = cells[::-1] if edits.get("reverse") else cells
    return notebook


def answer(lesson: str, grade_id: str, kind: str, stub: str) -> str:
    """The text of a solution cell: the first answer of that kind, or of that name, in the bank."""
    if kind == "untouched":
        return stub
    found = sorted((TESTS / "answers" / lesson / grade_id).glob(f"{kind}*.py"))
    return found[0].read_text("utf-8")


def retyped(cell: NotebookNode) -> NotebookNode:
    """`cell` as prose if it was code, and the other way round."""
    kind = "markdown" if cell.cell_type == "code" else "code"
    kept = {key: cell[key] for key in ("id", "metadata", "source")}
    extra = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return NotebookNode({**kept, **extra, "cell_type": kind})


def grade_id_of(cell: NotebookNode) -> str:
    """A cell's grade id, or an empty string."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write the sample class into a folder.")
    parser.add_argument("folder", type=Path)
    build(parser.parse_args().folder)
