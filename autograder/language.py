"""One source notebook, two languages: which cells belong to which, and keeping one of them.

A cell tagged ``zh`` or ``en`` is for readers of that language; a cell with neither is shared. Twins
share their id but for its end, and graded twins share their grade id.
"""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Enum

from autograder.messages import LANGUAGES


def language_of(cell: NotebookNode) -> str | None:
    """The language that `cell` is written in, or None if it is shared."""
    tags = cell.metadata.get("tags", [])
    return next((language for language in LANGUAGES if language in tags), None)


def keep(notebook: NotebookNode, language: str) -> NotebookNode:
    """A copy of `notebook` with the cells of one language and the shared ones.

    The notebook remembers its language, so that it is graded in the words it was read in.
    """
    cells = [cell.copy() for cell in notebook.cells if language_of(cell) in (None, language)]
    for cell in cells:
        cell.metadata = NotebookNode({k: v for k, v in cell.metadata.items() if k != "tags"})
    metadata = NotebookNode({**notebook.metadata, "baozi": NotebookNode(language=language)})
    return NotebookNode({**notebook, "cells": cells, "metadata": metadata})


class KeepLanguage(NbGraderPreprocessor):
    """The first step of ``nbgrader generate_assignment``: keep one language of the source."""

    language = Enum(LANGUAGES, "zh", help="The language to keep.").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Drop every cell of another language."""
        return keep(nb, self.language), resources
