"""What processes really did, and when.

Any process of a lesson says what it does at the moment it does it::

    with record() as tape:
        with span("singing"):
            mark("the last verse")

Children say it too: the tape's place travels with :mod:`course.context`. Afterwards
:func:`show_timeline` gives the picture and the same in words, :func:`timeline_table` every event.

:mod:`course.timeline.tape` records and is all that a child process loads;
:mod:`course.timeline.drawing` and :mod:`course.timeline.telling` show what was recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.timeline.tape import Event, Span, Tape, mark, record, span

if TYPE_CHECKING:
    from course.timeline.drawing import draw_timeline
    from course.timeline.telling import describe_timeline, show_timeline, timeline_table

__all__ = [
    "Event",
    "Span",
    "Tape",
    "describe_timeline",
    "draw_timeline",
    "mark",
    "record",
    "show_timeline",
    "span",
    "timeline_table",
]

_HOMES = {
    "describe_timeline": "course.timeline.telling",
    "draw_timeline": "course.timeline.drawing",
    "show_timeline": "course.timeline.telling",
    "timeline_table": "course.timeline.telling",
}


def __getattr__(name: str) -> object:
    """Load what shows a tape on first use: children only record."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - lazy on purpose

    return getattr(import_module(_HOMES[name]), name)
