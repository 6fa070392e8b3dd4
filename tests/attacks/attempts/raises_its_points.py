"""Says in its metadata that its test is worth 100 points, and is nobody's."""

from __future__ import annotations

from nbformat import NotebookNode

LESSON = "00-start"
POINTS = 0


def tamper(notebook: NotebookNode) -> None:
    """What was done to the notebook."""
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.update(points=100, grade=True, solution=True, locked=False)
