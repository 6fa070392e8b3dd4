"""Brings outputs along that a passed test would have had, with points in them."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_output

LESSON = "00-start"
POINTS = 0


def tamper(notebook: NotebookNode) -> None:
    """What was done to the notebook."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            data = {"text/plain": "100", "text/html": "<script>stolen()</script>"}
            cell.outputs = [new_output("execute_result", data=data, execution_count=1)]
