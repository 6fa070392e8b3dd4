"""Gives a cell of its own the test's grade id, and the test another."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

LESSON = "00-start"
POINTS = 0


def tamper(notebook: NotebookNode) -> None:
    """What was done to the notebook."""
    for cell in list(notebook.cells):
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "double-test":
            own = {"nbgrader": dict(cell.metadata.nbgrader)}
            notebook.cells.append(new_code_cell("pass", id="own", metadata=own))
            cell.metadata.nbgrader.grade_id = "something-else"
