"""Puts a submission's graded cells right, before nbgrader relies on them.

Learners delete cells, copy them, retype them and edit their metadata. What a graded cell is (its
points, its part, whether it is locked) is what the gradebook says, and a test that is missing comes
back at the end, below everything the learner defined.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import BaseCell, Gradebook, MissingEntry, SourceCell
from nbgrader.preprocessors import NbGraderPreprocessor


class RestoreCells(NbGraderPreprocessor):
    """The first of ``Autograde.sanitize_preprocessors``."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Restore metadata by grade id; bring missing graded cells back."""
        where = resources["nbgrader"]
        with Gradebook(where["db_url"]) as gradebook:
            try:
                notebook = gradebook.find_notebook(where["notebook"], where["assignment"])
            except MissingEntry:
                return nb, resources  # nbgrader itself says that it does not know this notebook
            roles = {cell.name: _role(cell, notebook) for cell in notebook.source_cells}
            present: set[str] = set()
            for cell in reversed(nb.cells):  # of copies the last counts, as it does in a kernel
                grade_id = _grade_id(cell)
                cell.metadata.pop("nbgrader", None)
                if grade_id is not None and grade_id in roles.keys() - present:
                    cell.metadata["nbgrader"] = dict(roles[grade_id])
                    present.add(grade_id)
            for source in notebook.source_cells:
                if source.name not in present and roles[source.name]["grade"]:
                    self.log.warning("Cell %s was missing and is restored", source.name)
                    nb.cells.append(_cell(source, roles[source.name]))
        return nb, resources


def _grade_id(cell: NotebookNode) -> str | None:
    nbgrader = cell.metadata.get("nbgrader")
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id if isinstance(grade_id, str) else None


def _role(source: SourceCell, notebook: Any) -> dict[str, Any]:
    """What the gradebook says of a cell, in the words of nbgrader's metadata."""
    graded: dict[str, BaseCell] = {cell.name: cell for cell in notebook.grade_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    role = {
        "grade": source.name in graded,
        "grade_id": source.name,
        "locked": source.locked,
        "schema_version": 3,
        "solution": source.name in solutions,
        "task": False,
        "cell_type": source.cell_type,
    }
    if source.name in graded:
        role["points"] = graded[source.name].max_score
    return role


def _cell(source: SourceCell, role: dict[str, Any]) -> NotebookNode:
    make: Callable[..., NotebookNode] = (
        new_code_cell if source.cell_type == "code" else new_markdown_cell
    )
    return make(source.source, metadata={"nbgrader": dict(role)})
