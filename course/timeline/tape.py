"""Recording: one tape, many processes that write to it.

A tape is a folder. Each process appends lines of JSON to a file of its own in it, each line in a
single write, so no two processes can ever tear each other's lines apart, on any system, and what a
process said before it was killed is kept.

The clock is :func:`time.perf_counter`. Since Python 3.10 it is one clock for all processes of a
computer on Linux, macOS and Windows alike (https://docs.python.org/3/library/time.html), so what
two processes noted can be put in order. Clocks of different computers could not.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import current_process
from pathlib import Path
from time import perf_counter
from typing import Literal

from course import context

# Under this key a tape's folder travels to the children.
PLACE = "timeline.tape"

Kind = Literal["mark", "begin", "end"]


@dataclass(frozen=True, slots=True)
class Event:
    """At one moment, one process said one thing.

    Args:
        time: Seconds since the tape was started.
        pid: The process that said it.
        name: That process's name, such as ``"Process-1"``.
        text: What it said.
        kind: ``"mark"``, or ``"begin"`` and ``"end"`` of a span.
    """

    time: float
    pid: int
    name: str
    text: str
    kind: Kind = "mark"


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end` one process did one thing.

    Args:
        start: Seconds since the tape was started.
        end: The same; None if the process never said that it was done.
        pid: The process.
        name: That process's name.
        text: What it did.
    """

    start: float
    end: float | None
    pid: int
    name: str
    text: str


class Tape:
    """Everything that was recorded, in the order of time.

    Args:
        events: What happened; :func:`record` reads it from the processes' files.

    >>> tape = Tape([Event(2.0, 7, "B", "done"), Event(1.0, 7, "B", "go")])
    >>> [event.text for event in tape.events]
    ['go', 'done']
    """

    def __init__(self, events: Iterable[Event] = ()) -> None:
        """Hold `events`, sorted by time."""
        self._events = _in_order(events)

    def __repr__(self) -> str:
        """How much is on it."""
        return f"<Tape: {len(self.events)} events of {len(self.rows)} processes>"

    @property
    def events(self) -> tuple[Event, ...]:
        """All events by time: while recording, those so far."""
        return self._events

    @property
    def marks(self) -> tuple[Event, ...]:
        """The events that are moments, without the ends of spans."""
        return tuple(event for event in self.events if event.kind == "mark")

    @property
    def spans(self) -> tuple[Span, ...]:
        """The stretches of time, by start. An end belongs to the latest open begin of its text.

        >>> Tape([Event(0, 7, "A", "sing", "begin"), Event(3, 7, "A", "sing", "end")]).spans
        (Span(start=0, end=3, pid=7, name='A', text='sing'),)
        """
        spans: list[Span] = []
        for event in self.events:
            if event.kind == "begin":
                spans.append(Span(event.time, None, event.pid, event.name, event.text))
            elif event.kind == "end":
                for place, span in reversed(list(enumerate(spans))):
                    same = (span.pid, span.text) == (event.pid, event.text)
                    if same and span.end is None:
                        spans[place] = replace(span, end=event.time)
                        break
        return tuple(spans)

    @property
    def rows(self) -> tuple[tuple[int, str], ...]:
        """Every process as ``(pid, name)``, in the order in which they first said something."""
        return tuple(dict.fromkeys((event.pid, event.name) for event in self.events))

    @property
    def length(self) -> float:
        """Seconds from the start of the tape to its last event; 0 if nothing was said."""
        return max((event.time for event in self.events), default=0.0)


def mark(text: str) -> None:
    """Note that `text` happened now, in this process.

    Without a tape (see :func:`record`), or once it has ended, this does nothing: a program reads
    the same and runs the same whether somebody records it or not.

    >>> mark("nobody listens")
    """
    _note(text, "mark")


@contextmanager
def span(text: str) -> Iterator[None]:
    """Note when this process began and when it ended doing `text`, even if it ends by an error.

    >>> with record() as tape, span("singing"):
    ...     pass
    >>> [each.text for each in tape.spans]
    ['singing']
    """
    _note(text, "begin")
    try:
        yield
    finally:
        _note(text, "end")


@contextmanager
def record() -> Iterator[Tape]:
    """Record what this process, and every child started inside, marks until the block ends.

    Join the children inside the block: what they say after its end is lost. Inside another
    recording, the inner tape gets what is said, and the outer one goes on afterwards.

    >>> with record() as tape:
    ...     mark("hello")
    >>> [event.text for event in tape.events]
    ['hello']
    """
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - children only mark

    outer = context.get(PLACE)
    with TemporaryDirectory(prefix="baozi-tape-", ignore_cleanup_errors=True) as folder:
        start = perf_counter()
        tape = _RunningTape(Path(folder), start)
        context.put(PLACE, folder)
        try:
            yield tape
        finally:
            if outer is None:
                context.drop(PLACE)
            else:
                context.put(PLACE, outer)
            tape.stop()


class _RunningTape(Tape):
    """A tape that is read from the processes' files until it is stopped."""

    def __init__(self, folder: Path, start: float) -> None:
        super().__init__()
        self._folder: Path | None = folder
        self._start = start

    @property
    def events(self) -> tuple[Event, ...]:
        """The events so far."""
        if self._folder is None:
            return self._events
        return _in_order(_read(self._folder, self._start))

    def stop(self) -> None:
        """Keep what is there; the files go."""
        self._events = self.events
        self._folder = None


def _note(text: str, kind: Kind) -> None:
    folder = context.get(PLACE)
    if folder is None:
        return
    line = json.dumps([perf_counter(), os.getpid(), current_process().name, str(text), kind])
    try:
        # Opened for each line: a child made by fork must not share its parent's file.
        file = os.open(
            Path(folder, f"{os.getpid()}.jsonl"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
        )
    except FileNotFoundError:  # the recording has ended, and its folder with it
        return
    try:
        os.write(file, f"{line}\n".encode())
    finally:
        os.close(file)


def _read(folder: Path, start: float) -> Iterator[Event]:
    for file in folder.glob("*.jsonl"):
        # What follows the last line's end is still being written.
        for line in file.read_text("utf-8").split("\n")[:-1]:
            time, pid, name, text, kind = json.loads(line)
            yield Event(time - start, pid, name, text, kind)


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: event.time))
