"""Who did what, and when: the picture that Henry Gantt drew for workshops.

Everything here starts from a list of :class:`Slice`: somebody did one kind of thing from one moment
to another. :func:`draw_gantt` draws it, :func:`describe_gantt` says the same in words, and
:func:`show_gantt` gives a notebook both, so that whoever cannot see the picture misses nothing.

Source: H. L. Gantt, "Work, Wages, and Profits" (1910).
"""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import course.exercises  # noqa: F401 - brings the course's texts into the catalogue
from autograder.messages import text
from course import fonts

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of slice is drawn: by colour and by hatch, so that neither is needed alone."""

    colour: str
    hatch: str
    height: float


# Colours from Okabe and Ito (2008), which colour-blind readers can tell apart.
LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "cpu": Look("#56B4E9", "", 0.7),
        "io": Look("#E69F00", "///", 0.7),
        "wait": Look("#FFFFFF", "....", 0.3),
        "switch": Look("#CC79A7", "xxxx", 0.7),
    }
)
# More moments than this cannot all be written below the axis without touching each other.
MOST_TICKS = 20


@dataclass(frozen=True, slots=True)
class Slice:
    """From `start` to `end`, `who` did one kind of thing.

    Args:
        who: Whose row it is drawn in.
        start: When it began.
        end: When it ended, in the same unit; later than `start`.
        kind: ``"cpu"`` (ran), ``"io"`` (waited for a device), ``"wait"`` (was ready, but the CPU
            was busy) or ``"switch"`` (the CPU was being handed over to `who`).

    Raises:
        ValueError: if the kind is none of these, or the slice does not end after it starts.

    >>> Slice("A", 0, 3).kind
    'cpu'
    >>> Slice("A", 3, 3)
    Traceback (most recent call last):
    ...
    ValueError: A: a slice must end after it starts, not run from 3 to 3.
    """

    who: str
    start: float
    end: float
    kind: str = "cpu"

    def __post_init__(self) -> None:
        """Refuse a slice that cannot be drawn."""
        if self.kind not in LOOKS:
            raise ValueError(f"{self.who}: {self.kind!r} is none of the kinds {', '.join(LOOKS)}.")
        if not self.start < self.end:
            raise ValueError(
                f"{self.who}: a slice must end after it starts, "
                f"not run from {self.start} to {self.end}."
            )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a notebook, with a sentence for whoever cannot see it.

    Args:
        png: The picture.
        title: Its name in a few words.
        sentence: What it shows, in words; also printed below the picture.
    """

    png: bytes
    title: str
    sentence: str

    def __repr__(self) -> str:
        """What a terminal shows."""
        return f"{self.title}\n{self.sentence}" if self.title else self.sentence

    def _repr_html_(self) -> str:
        """What a notebook shows. The words are on the page, so the picture's own name is short."""
        lines = "<br>".join(html.escape(line) for line in self.sentence.splitlines())
        return (
            '<figure style="margin: 0">'
            f'<img alt="{html.escape(self.title or text("gantt.name"))}" '
            f'src="data:image/png;base64,{b64encode(self.png).decode("ascii")}" '
            'style="max-width: 100%; background: white">'
            f"<figcaption>{lines}</figcaption></figure>"
        )


def draw_gantt(
    slices: Iterable[Slice], *, title: str | None = None, unit: str = "s", ax: Axes | None = None
) -> Figure:
    """Draw one row for everybody who has a slice, the first to appear at the top.

    Args:
        slices: What to draw, in any order of time.
        title: Written above the picture.
        unit: The unit of time, written at the axis; may be empty.
        ax: Draw here instead of in a new figure.

    Raises:
        ValueError: if there is nothing to draw.

    >>> figure = draw_gantt([Slice("A", 0, 3), Slice("B", 3, 5)])
    >>> [row.get_text() for row in figure.axes[0].get_yticklabels()]
    ['A', 'B']
    """
    slices = list(slices)
    if not slices:
        raise ValueError("There is no slice to draw. Run something first.")
    rows = {who: row for row, who in enumerate(dict.fromkeys(each.who for each in slices))}
    axes = _new_axes(len(rows)) if ax is None else ax
    for kind, look in LOOKS.items():
        some = [each for each in slices if each.kind == kind]
        axes.barh(
            [rows[each.who] for each in some],
            [each.end - each.start for each in some],
            left=[each.start for each in some],
            height=look.height,
            color=look.colour,
            edgecolor="black",
            linewidth=0.8,
            hatch=look.hatch,
            label=text(f"gantt.{kind}") if some else None,
        )
    axes.set_yticks(list(rows.values()), list(rows))
    axes.set_ylim(len(rows) - 0.5, -0.5)
    _label_time(axes, slices, unit)
    if title:
        axes.set_title(title)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), borderaxespad=0, frameon=False)
    figure = axes.get_figure(root=True)
    assert figure is not None  # axes without a figure cannot have been drawn on
    return figure


def describe_gantt(slices: Iterable[Slice], *, unit: str = "s") -> str:
    """Say in words what :func:`draw_gantt` draws: a line for each row.

    >>> from autograder.messages import use
    >>> use("en")
    >>> print(describe_gantt([Slice("A", 0, 3), Slice("B", 0, 3, "wait"), Slice("B", 3, 5)]))
    A: runs 0–3 s.
    B: waits for the CPU 0–3 s, runs 3–5 s.
    """
    rows: dict[str, list[Slice]] = {}
    for each in slices:
        rows.setdefault(each.who, []).append(each)
    lines = []
    for who, own in rows.items():
        parts = [
            text(
                f"gantt.did-{each.kind}",
                span=f"{each.start:g}–{each.end:g}" + (f" {unit}" if unit else ""),
            )
            for each in sorted(own, key=lambda each: (each.start, each.end))
        ]
        comma = text("gantt.comma")
        lines.append(text("gantt.row", who=who, did=comma.join(parts)))
    return "\n".join(lines)


def show_gantt(
    slices: Iterable[Slice],
    *,
    title: str | None = None,
    unit: str = "s",
    sentence: str | None = None,
) -> Picture:
    """Picture and words at once, for the last line of a notebook cell.

    Args:
        slices: What to show.
        title: Written above the picture.
        unit: The unit of time.
        sentence: Words to say instead of those of :func:`describe_gantt`.
    """
    slices = list(slices)
    words = describe_gantt(slices, unit=unit) if sentence is None else sentence
    return Picture(png(draw_gantt(slices, title=title, unit=unit)), title or "", words)


def png(figure: Figure) -> bytes:
    """The figure as a PNG image, whatever hangs out of it included."""
    file = BytesIO()
    figure.savefig(file, format="png", dpi=110, bbox_inches="tight")
    return file.getvalue()


def _new_axes(rows: int) -> Axes:
    """Axes in a new figure that is high enough for `rows`, and that pyplot does not keep."""
    from matplotlib import pyplot as plt  # noqa: PLC0415 - children import this module too

    fonts.use()
    figure, axes = plt.subplots(figsize=(8, 1.1 + 0.42 * rows))
    plt.close(figure)
    return axes


def _label_time(axes: Axes, slices: list[Slice], unit: str) -> None:
    """Name the axis of time, and mark the very moments at which something changed, if they fit."""
    moments = sorted({moment for each in slices for moment in (each.start, each.end)})
    begin, end = min(0, moments[0]), moments[-1]
    axes.set_xlim(begin, end)
    apart = min((b - a for a, b in pairwise(moments)), default=end)
    if len(moments) <= MOST_TICKS and apart * 2 * MOST_TICKS >= end - begin:
        axes.set_xticks(moments, [f"{moment:g}" for moment in moments])
    name = text("gantt.time")
    axes.set_xlabel(f"{name} ({unit})" if unit else name)
    axes.grid(visible=True, axis="x", linestyle=":", linewidth=0.6, color="#888888")
    axes.set_axisbelow(True)
