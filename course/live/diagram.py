"""The three states of a process, drawn: what leads from which to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course.exercises  # noqa: F401 - brings the course's texts into the catalogue
from autograder.messages import text
from course.gantt import Picture, png

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Middles of the boxes and their colours (Okabe and Ito, 2008), in a field of 10 by 5.
PLACES = {
    "new": (1.0, 4.1, "#FFFFFF"),
    "ready": (3.6, 4.1, "#F0E442"),
    "running": (7.0, 4.1, "#56B4E9"),
    "ended": (9.4, 4.1, "#FFFFFF"),
    "blocked": (5.3, 0.8, "#E69F00"),
}
# From where, to where, the arrow's bend, and where its words stand.
ARROWS = {
    "admit": ("new", "ready", 0.0, (2.25, 4.75)),
    "dispatch": ("ready", "running", -0.3, (5.3, 4.95)),
    "time-up": ("running", "ready", -0.3, (5.3, 3.2)),
    "wait": ("running", "blocked", -0.15, (7.55, 2.2)),
    "wake": ("blocked", "ready", -0.15, (3.0, 2.2)),
    "exit": ("running", "ended", 0.0, (8.35, 4.65)),
}
FONT = 10


def draw_three_states() -> Figure:
    """Draw the states as boxes and the changes between them as arrows with their reasons."""
    from matplotlib import pyplot as plt  # noqa: PLC0415 - importing course.live stays light

    figure, axes = plt.subplots(figsize=(8.5, 4.2), layout="constrained")
    plt.close(figure)
    axes.set(xlim=(0.2, 10.2), ylim=(0, 5.5))
    axes.axis("off")
    boxes = {
        name: axes.text(
            x,
            y,
            text(f"live.diagram.{name}"),
            ha="center",
            va="center",
            fontsize=FONT + 2,
            bbox={
                "boxstyle": "round,pad=0.6",
                "facecolor": colour,
                "edgecolor": "black",
                "linestyle": "--" if name in {"new", "ended"} else "-",
            },
        )
        for name, (x, y, colour) in PLACES.items()
    }
    for name, (start, end, bend, place) in ARROWS.items():
        axes.annotate(
            "",
            PLACES[end][:2],
            PLACES[start][:2],
            arrowprops={
                "arrowstyle": "-|>",
                "color": "black",
                "connectionstyle": f"arc3,rad={bend}",
                "patchA": boxes[start].get_bbox_patch(),
                "patchB": boxes[end].get_bbox_patch(),
                "shrinkA": 4,
                "shrinkB": 4,
            },
        )
        words = text(f"live.diagram.{name}")
        axes.text(*place, words, fontsize=FONT, ha="center", va="center")
    return figure


def show_three_states() -> Picture:
    """The drawing with the same in words, for the last line of a notebook cell."""
    return Picture(
        png(draw_three_states()), text("live.diagram.title"), text("live.diagram.sentence")
    )
