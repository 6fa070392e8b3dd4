"""A notebook of 50 MB: a right answer, and what one demo printed."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output

LESSON = "00-start"
POINTS = 1
EDITS = {"answers": "right"}


def tamper(notebook: NotebookNode) -> None:
    """What was done to the notebook."""
    printed = new_output("stream", text=("x" * 79 + "\n") * (50_000_000 // 80))
    notebook.cells.append(new_code_cell("print(...)", id="own", outputs=[printed]))
