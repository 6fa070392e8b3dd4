"""Every interleaving of a multiprocessing program, explored.

Processes share no memory: between two operations on something shared, what one does cannot matter to
another. So only operations need to be interleaved, and a classroom program has few enough of them for
all interleavings to be tried.

The pure core knows nothing of Python programs: :mod:`~autograder.explorer.operations` and
:mod:`~autograder.explorer.families` (what can be done to shared things),
:mod:`~autograder.explorer.world` (all shared state), :mod:`~autograder.explorer.search` (which
interleavings must be tried so that none is missed). Around it, :mod:`~autograder.explorer.machine` runs
a program on :mod:`~autograder.explorer.virtual` modules one operation at a time, and
:mod:`~autograder.explorer.exploring` makes a report of it.

A program that is not to be trusted runs in a process that is a *witness*, and a *referee* judges it from
what that tells: :mod:`~autograder.explorer.refereeing`, :mod:`~autograder.explorer.witnessing`.

What others use is here. :func:`explore` and :func:`replay` do it in a process that can be killed; the
functions of the same names in :mod:`~autograder.explorer.exploring` do it in this one::

    from autograder.explorer import explore, replay
    found = explore(Path("tickets.py"))
    found.verdict, found.message
    print(replay(Path("tickets.py"), found.schedule).transcript)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.explorer.conditions import Always, AtEnd, AtOnce
    from autograder.explorer.outside import Finding, explore, replay
    from autograder.explorer.reports import Verdict
    from autograder.explorer.settings import Limits, Settings
    from autograder.explorer.source import Program, ProgramError

__all__ = [
    "Always",
    "AtEnd",
    "AtOnce",
    "Finding",
    "Limits",
    "Program",
    "ProgramError",
    "Settings",
    "Verdict",
    "explore",
    "replay",
]

_HOMES = {
    "Always": "conditions",
    "AtEnd": "conditions",
    "AtOnce": "conditions",
    "Finding": "outside",
    "Limits": "exploring",
    "Program": "source",
    "ProgramError": "source",
    "Settings": "machine",
    "Verdict": "reports",
    "explore": "outside",
    "replay": "outside",
}


def __getattr__(name: str) -> object:
    """Load a public name on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - lazy on purpose

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
