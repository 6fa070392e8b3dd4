"""What explored programs find in place of modules that nobody could explore.

A lesson's cells import helpers that draw, record, or wait in scaled time. None of that decides what
processes can do to each other, so a package that brings such helpers brings a small stand-in for each:
plain source, explored like the program's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from autograder.cell import Cell

_folders: dict[str, Path] = {}


def add_stand_ins(package: str, folder: Path) -> None:
    """Let the sources in `folder` stand in for `package`: ``__init__.py`` for itself, ``x.py`` for its ``x``."""
    _folders[package] = folder


def stand_ins(cells: Iterable[Cell]) -> dict[str, str]:
    """Sources by dotted name, of the packages that any of `cells` mentions.

    >>> stand_ins([Cell("Cell In[1]", "import json")])
    {}
    """
    mentioned = "\n".join(cell.source for cell in cells)
    return {
        _name(package, path): path.read_text("utf-8")
        for package, folder in _folders.items()
        if package in mentioned
        for path in sorted(folder.glob("*.py"))
    }


def _name(package: str, path: Path) -> str:
    return package if path.stem == "__init__" else f"{package}.{path.stem}"
