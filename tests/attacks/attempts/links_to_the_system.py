"""A link to a file of the system in a folder beside the notebook."""

from __future__ import annotations

from pathlib import Path

LESSON = "00-start"
POINTS = 0
EDITS = {"answers": "right"}
DONE = "passwd"


def plant(path: Path, _folder: Path) -> None:
    """What lies in the submission's folder."""
    (path.parent / "pictures").mkdir()
    (path.parent / "pictures" / "passwd").symlink_to("/etc/passwd")
