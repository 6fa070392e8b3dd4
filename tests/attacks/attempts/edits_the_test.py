"""Rewrites the test cell so that it tests nothing."""

from __future__ import annotations

from nbformat import NotebookNode

LESSON = "00-start"
POINTS = 0


def tamper(notebook: NotebookNode) -> None:
    """What was done to the notebook."""
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "double-test":
            cell.source = "print('✓ 00-start/double: right on all 62 inputs.')"
