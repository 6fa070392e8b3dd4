"""A link to the gradebook beside the notebook, which would come back with the feedback."""

from __future__ import annotations

from pathlib import Path

LESSON = "00-start"
POINTS = 0
EDITS = {"answers": "right"}
DONE = "notes.txt"


def plant(path: Path, folder: Path) -> None:
    """What lies in the submission's folder."""
    (path.parent / "notes.txt").symlink_to(folder / "gradebook.db")
