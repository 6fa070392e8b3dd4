"""What a lesson's code finds as ``course.timeline`` while it is explored: nobody records."""

from __future__ import annotations

from contextlib import nullcontext
from contextlib import nullcontext as record

__all__ = ["Tape", "mark", "record", "show_timeline", "span"]


class Tape:
    """A tape with nothing on it."""

    def __init__(self, _events: object = ()) -> None:
        """Hold nothing."""
        self.events = self.marks = self.spans = self.rows = ()
        self.length = 0.0


def mark(_text: str) -> None:
    """Note nothing."""


def span(_text: str) -> nullcontext[None]:
    """Note nothing of the block."""
    return nullcontext()


def show_timeline(_tape: object, **_look: object) -> None:
    """Draw nothing."""
