"""A code cell, in a module of its own: every child process of a lesson loads it, and nothing else of ours."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """A code cell: how a traceback names it, and its text.

    Args:
        label: Such as ``"Cell In[3]"``.
        source: The cell's text as typed, or in :class:`~autograder.cells.Definitions` what is left of it.
    """

    label: str
    source: str
