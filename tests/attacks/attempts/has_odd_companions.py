"""Notebooks with odd names beside the right one."""

from __future__ import annotations

from pathlib import Path

LESSON = "00-start"
POINTS = 1
EDITS = {"answers": "right"}


def plant(path: Path, _folder: Path) -> None:
    """What lies in the submission's folder."""
    for name in ("gradebook.db", ".ipynb", "start .ipynb", "-rf.ipynb"):
        (path.parent / name).write_text("{}")
