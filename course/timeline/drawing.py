"""A tape as a picture: a row for each process, a dot for each mark, a bar for each span."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import course.exercises  # noqa: F401 - brings the course's texts into the catalogue
from autograder.messages import text
from course.timeline.layout import bar_lanes, label_lanes, time_scale
from course.timeline.tape import Event, Span, Tape

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# All lengths are inches on paper.
WIDTH = 8.5
BAR, DOTS, LINE, GAP = 0.27, 0.2, 0.19, 0.1
LABEL_ROOM = 3.2
SILENCE = 1 / 3  # Time axes begin at 0, unless nothing was said for more than this part of them.
STAIRS = 2  # More lines of labels than this below the dots, and every second label stands above.
FONT = 9
# Colours from Okabe and Ito (2008); with the hatches, 30 kinds of bar that differ without colour
# among neighbours.
COLOURS = ("#56B4E9", "#E69F00", "#009E73", "#F0E442", "#CC79A7", "#FFFFFF")
HATCHES = ("", "///", "...", "xxx", "\\\\\\")


@dataclass(frozen=True, slots=True)
class _Label:
    """A word that hangs on a moment, and the height its thread starts from."""

    moment: float
    width: float
    words: str
    top: float


def draw_timeline(
    tape: Tape, *, title: str | None = None, colours: Mapping[str, str] | None = None
) -> Figure:
    r"""Draw what was recorded, the first process to say something at the top.

    Spans that mean the same have the same colour and hatch, in another picture of the same words
    too. A bar with a dashed edge never ended: its process was killed, or the recording was over
    first.

    Args:
        tape: What was recorded.
        title: Written above the picture.
        colours: Colours that some words, and no others, are to have, such as ``{"stop": "red"}``.

    Raises:
        ValueError: if nothing was recorded.

    >>> from course.timeline import Event
    >>> figure = draw_timeline(Tape([Event(0.5, 7, "A", "hello"), Event(0.9, 7, "A", "bye")]))
    >>> [label.get_text() for label in figure.axes[0].get_yticklabels()]
    ['A\npid 7']
    """
    if not tape.events:
        raise ValueError(text("timeline.picture.nothing"))
    return _Drawing(tape, title, colours or {}).figure


class _Drawing:
    """One picture while it is being made.

    The height of a row depends on how many lines its labels need, that on the labels' widths, and
    these only Matplotlib knows: so measure first, then lay out, then draw.
    """

    def __init__(self, tape: Tape, title: str | None, colours: Mapping[str, str]) -> None:
        from matplotlib import pyplot as plt  # noqa: PLC0415 - children may import this package

        self.tape = tape
        self.figure = plt.figure(figsize=(WIDTH, 3))
        plt.close(self.figure)  # the cell shows it once, as its value
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.looks = _looks([span.text for span in tape.spans], colours)
        names = [f"{name}\npid {pid}" for pid, name in tape.rows]
        self.left = max(self._width(name) for name in names) + 0.15
        self.room = WIDTH - self.left - 0.15
        first = min(event.time for event in tape.events)
        self.origin = first if first > SILENCE * tape.length else 0.0
        self.scale = time_scale(
            self.room - 2 * GAP,
            tape.length - self.origin,
            [
                (moment - self.origin, self._width(_short(words)) + GAP)
                for moment, words in (
                    *((event.time, event.text) for event in tape.marks),
                    *((span.start, span.text) for span in tape.spans),
                )
            ],
        )
        ends, y = [], 0.0
        for pid, name in tape.rows:
            y = self._row(pid, name, y)
            ends.append(y)
        self._finish(names, ends, title)

    def _width(self, words: str) -> float:
        from matplotlib.backends.backend_agg import RendererAgg  # noqa: PLC0415 - as above

        renderer = RendererAgg(1, 1, self.figure.dpi)
        sample = self.axes.text(0, 0, words, fontsize=FONT)
        width = sample.get_window_extent(renderer).width / self.figure.dpi
        sample.remove()
        return float(width)

    def _row(self, pid: int, name: str, top: float) -> float:
        """Draw one process's row from `top` down; return where it ends."""
        spans = [span for span in self.tape.spans if (span.pid, span.name) == (pid, name)]
        marks = [event for event in self.tape.marks if (event.pid, event.name) == (pid, name)]
        y = top + GAP
        labels = []
        lanes = bar_lanes([(span.start, self._end(span)) for span in spans])
        said: set[str] = set()
        for span, lane in zip(spans, lanes, strict=True):
            outside = self._bar(span, y + lane * BAR)
            if outside is None:
                said.add(_short(span.text))
            else:
                labels.append(outside)
        labels = [
            each for each in labels if each.words not in said
        ]  # what looks the same is the same
        y += BAR * (max(lanes, default=-1) + 1)
        if marks:
            moments = [self._mark(event) for event in marks]
            stairs = not labels and _height(self._lanes(moments)) > STAIRS
            y = self._stand(moments[1::2] if stairs else [], y)
            line = y + DOTS / 2
            self.axes.plot(
                [event.time for event in marks],
                [line] * len(marks),
                "o",
                color="black",
                ms=5,
                clip_on=False,
            )
            labels += [replace(each, top=line) for each in moments[:: 2 if stairs else 1]]
            y += DOTS
        return max(y + self._hang(labels, y), top + 2 * DOTS + GAP) + GAP

    def _mark(self, event: Event) -> _Label:
        words = _short(event.text)
        return _Label(event.time, self._width(words), words, 0.0)

    def _bar(self, span: Span, y: float) -> _Label | None:
        """Draw one span; return its label if that does not fit into the bar."""
        colour, hatch = self.looks[span.text]
        start, end = span.start, self._end(span)
        self.axes.barh(
            y + BAR / 2,
            end - start,
            left=start,
            height=BAR - 0.05,
            color=colour,
            hatch=hatch,
            edgecolor="black",
            linewidth=0.8,
            linestyle="-" if span.end is not None else "--",
        )
        words = _short(span.text)
        width = self._width(words)
        if width + GAP > (end - start) * self.scale:
            return _Label(start, width, words, y + BAR / 2)
        self.axes.text(
            (start + end) / 2,
            y + BAR / 2,
            words,
            fontsize=FONT,
            ha="center",
            va="center",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8} if hatch else None,
        )
        return None

    def _hang(self, labels: list[_Label], y: float) -> float:
        """Write the labels below `y`, each on its thread; return how high they are together."""
        lanes = self._lanes(labels)
        for label, lane in zip(labels, lanes, strict=True):
            middle = y + (lane + 0.5) * LINE
            self._thread(label, label.top, middle + 0.06, middle)
        return LINE * _height(lanes)

    def _stand(self, labels: list[_Label], y: float) -> float:
        """Write the labels below `y`, each above its dot; return where the dots may begin."""
        lanes = self._lanes(labels)
        end = y + LINE * _height(lanes)
        for label, lane in zip(labels, lanes, strict=True):
            middle = end - (lane + 0.5) * LINE
            self._thread(label, end + DOTS / 2, middle - 0.06, middle)
        return end

    def _lanes(self, labels: list[_Label]) -> list[int]:
        return label_lanes([(each.moment * self.scale, each.width + GAP) for each in labels])

    def _thread(self, label: _Label, start: float, end: float, middle: float) -> None:
        """Draw a label's thread, and its words beside the thread's end."""
        self.axes.plot([label.moment] * 2, [start, end], color="#666666", lw=0.8)
        self.axes.annotate(
            label.words,
            (label.moment, middle),
            xytext=(3, 0),
            textcoords="offset points",
            fontsize=FONT,
            va="center",
        )

    def _end(self, span: Span) -> float:
        return self.tape.length if span.end is None else span.end

    def _finish(self, names: list[str], ends: list[float], title: str | None) -> None:
        """Give the figure its height, and name rows and time."""
        starts = [0.0, *ends[:-1]]
        below, above = 0.5, 0.35 if title else 0.1
        height = ends[-1] + below + above
        self.figure.set_size_inches(WIDTH, height)
        self.axes.set_position(
            (self.left / WIDTH, below / height, self.room / WIDTH, ends[-1] / height)
        )
        left = self.origin - GAP / self.scale if self.origin else 0.0
        self.axes.set_xlim(left, left + self.room / self.scale)
        self.axes.set_ylim(ends[-1], 0)
        middles = [(start + end) / 2 for start, end in zip(starts, ends, strict=True)]
        self.axes.set_yticks(middles, names, fontsize=FONT)
        self.axes.tick_params(axis="y", length=0)
        for start, end in list(zip(starts, ends, strict=True))[::2]:
            self.axes.axhspan(start, end, color="#EEEEEE", zorder=-1, linewidth=0)
        self.axes.grid(visible=True, axis="x", linestyle=":", linewidth=0.6, color="#888888")
        self.axes.set_axisbelow(True)
        self.axes.set_xlabel(text("timeline.picture.time"), fontsize=FONT)
        if title:
            self.axes.set_title(title, fontsize=FONT + 2)


def _looks(spans: list[str], colours: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Colour and hatch by words: the most frequent first, so that they hardly depend on chance."""
    free = [each for each in COLOURS if each not in colours.values()]
    times = Counter(spans)
    return {
        words: (colours.get(words, free[place % len(free)]), HATCHES[place % len(HATCHES)])
        for place, words in enumerate(sorted(times, key=lambda words: (-times[words], words)))
    }


def _height(lanes: list[int]) -> int:
    """How many lines there are."""
    return max(lanes, default=-1) + 1


def _short(words: str) -> str:
    """As much of `words` as a label may take; the table has all of it."""
    from course.table import columns  # noqa: PLC0415 - only needed to draw

    most = round(LABEL_ROOM * 13)
    if columns(words) <= most:
        return words
    while columns(words) > most - 1:
        words = words[:-1]
    return words + "…"
