"""Checks what a learner wrote without ever trusting it.

A notebook's test cell says what must hold and nothing more::

    from autograder import check
    check("00-start/double")

The learner's definitions travel as text into a separate process; answers come back as plain
data; the verdict is computed on this side. Importing this package costs next to nothing, because
every child process of a lesson may do it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.checking import CheckFailed, check
    from autograder.hints import hint
    from autograder.possible import explore
    from autograder.standing import progress

__all__ = ["CheckFailed", "check", "explore", "hint", "progress"]

_HOMES = {
    "CheckFailed": "autograder.checking",
    "check": "autograder.checking",
    "explore": "autograder.possible",
    "hint": "autograder.hints",
    "progress": "autograder.standing",
}


def __getattr__(name: str) -> object:
    """Load a public name on first use, so that a child process pays only for what it uses."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - lazy on purpose

    return getattr(import_module(_HOMES[name]), name)
