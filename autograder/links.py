"""Refuses submissions in which a name stands for a file somewhere else.

nbgrader copies what a link points to: another learner's notebook, to be graded as one's own, or the
gradebook, to come back with the feedback.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.messages import text


class LinkError(ValueError):
    """A submission has a link in it; the message names it."""


class RefuseLinks(NbGraderPreprocessor):
    """The first of ``Autograde.sanitize_preprocessors``; what it refuses, nbgrader throws away."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Change nothing, or refuse.

        Raises:
            LinkError: if anything in the submission's folder, or that folder, is a link.
        """
        folder = Path(resources["metadata"]["path"])
        for link in links(folder):
            raise LinkError(text("exam.link", link=link.relative_to(folder.parent)))
        return nb, resources


def links(folder: Path) -> list[Path]:
    """Every link in a learner's folder of one lesson, that folder and the learner's own included."""
    if folder.is_symlink() or folder.parent.is_symlink():
        return [folder]
    found = []
    for place, folders, files in os.walk(folder):
        found += [Path(place, name) for name in (*folders, *files)]
    return [path for path in found if path.is_symlink()]
