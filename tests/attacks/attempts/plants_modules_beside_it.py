"""Files named like modules that grading imports, in the submission's folder. The answer is right."""

from __future__ import annotations

from pathlib import Path

LESSON = "00-start"
POINTS = 1
EDITS = {"answers": "right"}


def plant(path: Path, folder: Path) -> None:
    """What lies in the submission's folder."""
    evil = f"open({str(folder / 'planted')!r}, 'w').close()"
    for name in ("sitecustomize", "json", "autograder", "msgspec", "nbformat", "nbgrader_config"):
        (path.parent / f"{name}.py").write_text(evil)
