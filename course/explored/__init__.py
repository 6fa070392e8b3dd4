"""What a lesson's code finds as ``course`` while it is explored: a nap is a sleep, as long as the story says.

The files of this folder are read as text, and never imported.
"""

from __future__ import annotations

from time import sleep as nap

__all__ = ["nap", "set_pace"]


def set_pace(_pace: float) -> None:
    """Nothing: explored time costs nothing."""
