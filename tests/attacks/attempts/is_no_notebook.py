"""A file that is not JSON."""

from __future__ import annotations

from pathlib import Path

LESSON = "00-start"
POINTS = 0
DONE = "not a notebook"


def plant(path: Path, _folder: Path) -> None:
    """What lies in the submission's folder."""
    path.write_bytes(b"\x80 not JSON {")
