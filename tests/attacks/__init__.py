"""Attacks on grading, as submissions: each a file in ``attempts/`` that says what it tries.

An attempt is a module with a docstring and

    LESSON   the lesson it is handed in for
    POINTS   what it must get, words that are graded by hand left out
    CELLS    the text of solution cells, by grade id; or
    EDITS    other changes, as in :mod:`tests.sample_class`
    tamper   ``tamper(notebook)`` changes the notebook after that
    plant    ``plant(path, folder)`` changes the files; `path` is the notebook, `folder` the class
    GUARDED  False if it runs in virtual modules only, where it can attack nothing but the explorer
    DONE     what grading must say of it, when it is not graded

In the text of cells ``@CLASS@``, ``@COURSE@``, ``@HOME@``, ``@TMP@``, ``@PORT@``, ``@PID@`` and
``@MARK@`` stand for what there is to get at: folders, a port that listens, a process, and a name
that must be found nowhere afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import nbformat

from tests.lessons import released, source_path
from tests.sample_class import edited

# Where there are no walls, an attack does nothing at all: it would be an attack on this machine.
GUARD = """
import os as _os


class Guard:
    if _os.getcwd() != "/sandbox" or _os.path.exists("/etc/passwd"):
        _os._exit(1)


"""
ATTEMPTS = Path(__file__).parent / "attempts"


def all_attempts() -> dict[str, ModuleType]:
    """Every attempt by name."""
    names = sorted(path.stem for path in ATTEMPTS.glob("[a-z]*.py"))
    return {name: import_module(f"tests.attacks.attempts.{name}") for name in names}


def hand_in(
    attempt: ModuleType | SimpleNamespace, learner: str, folder: Path, targets: Mapping[str, object]
) -> Path:
    """Write what `attempt` hands in below the class's `folder`; the path of its notebook."""
    edits: dict[str, Any] = dict(getattr(attempt, "EDITS", {}))
    edits["cells"] = {
        grade_id: (GUARD if getattr(attempt, "GUARDED", True) else "") + _aimed(text, targets)
        for grade_id, text in getattr(attempt, "CELLS", {}).items()
    }
    notebook = edited(released(attempt.LESSON, "en"), attempt.LESSON, edits)
    if hasattr(attempt, "tamper"):
        attempt.tamper(notebook)
    path = folder / "submitted" / learner / attempt.LESSON / source_path(attempt.LESSON).name
    path.parent.mkdir(parents=True)
    path.write_text(nbformat.writes(notebook), "utf-8")
    if hasattr(attempt, "plant"):
        attempt.plant(path, folder)
    return path


def _aimed(text: str, targets: Mapping[str, object]) -> str:
    for name, target in targets.items():
        text = text.replace(f"@{name}@", str(target))
    return text
