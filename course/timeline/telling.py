"""A tape in words: what the picture shows, for whoever cannot see it or wants it exact."""

from __future__ import annotations

from collections.abc import Mapping

import course.exercises  # noqa: F401 - brings the course's texts into the catalogue
from autograder.messages import text
from course.gantt import Picture, png
from course.table import Table
from course.timeline.drawing import draw_timeline
from course.timeline.tape import Span, Tape


def describe_timeline(tape: Tape) -> str:
    """Say in words what :func:`~course.timeline.draw_timeline` draws: a line for each process.

    >>> from autograder.messages import use
    >>> from course.timeline import Event
    >>> use("en")
    >>> print(describe_timeline(Tape([Event(0.5, 7, "A", "hello")])))
    A (pid 7): 0.500 s hello.
    """
    comma = text("timeline.told.comma")
    return "\n".join(
        text(
            "timeline.told.row",
            name=name,
            pid=pid,
            did=comma.join(words for _, words in sorted(_told(tape, pid, name))),
        )
        for pid, name in tape.rows
    )


def timeline_table(tape: Tape) -> Table:
    """Every event of the tape in the order of time.

    >>> from autograder.messages import use
    >>> from course.timeline import Event
    >>> use("en")
    >>> print(timeline_table(Tape([Event(0.5, 7, "A", "hello")])))
    1 process, 1 event, 0.500 s from the start of the recording to the last event.
    seconds  process  pid  what happened
      0.500  A          7  hello
    """
    rows = [
        (
            _Seconds(event.time),
            event.name,
            event.pid,
            text(f"timeline.table.{event.kind}", text=event.text),
        )
        for event in tape.events
    ]
    head = [text(f"timeline.table.{name}") for name in ("seconds", "process", "pid", "what")]
    caption = text(
        "timeline.table.caption",
        processes=_count("processes", len(tape.rows)),
        events=_count("events", len(rows)),
        length=f"{tape.length:.3f}",
    )
    return Table(head, rows, caption)


def show_timeline(
    tape: Tape,
    *,
    title: str | None = None,
    sentence: str | None = None,
    colours: Mapping[str, str] | None = None,
) -> Picture:
    """Picture and words at once, for the last line of a notebook cell.

    Args:
        tape: What was recorded.
        title: Written above the picture.
        sentence: Words to say instead of those of :func:`describe_timeline`.
        colours: Colours that some words are to have, such as ``{"stop": "red"}``.
    """
    words = describe_timeline(tape) if sentence is None else sentence
    drawn = png(draw_timeline(tape, title=title, colours=colours))
    return Picture(drawn, title or text("timeline.name"), words)


class _Seconds(float):
    """A time that is written with as many digits as a millisecond needs."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{float(self):.3f}"


def _told(tape: Tape, pid: int, name: str) -> list[tuple[float, str]]:
    """When, and in which words, one process did something."""
    marks = [
        (event.time, text("timeline.told.mark", time=f"{event.time:.3f}", text=event.text))
        for event in tape.marks
        if (event.pid, event.name) == (pid, name)
    ]
    spans = [
        (span.start, _told_span(span))
        for span in tape.spans
        if (span.pid, span.name) == (pid, name)
    ]
    return marks + spans


def _told_span(span: Span) -> str:
    if span.end is None:
        return text("timeline.told.open", start=f"{span.start:.3f}", text=span.text)
    return text(
        "timeline.told.span", start=f"{span.start:.3f}", end=f"{span.end:.3f}", text=span.text
    )


def _count(noun: str, number: int) -> str:
    return text(f"timeline.count.{noun}-{'one' if number == 1 else 'more'}", number=number)
