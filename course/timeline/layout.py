"""Where the labels and bars of a timeline go, so that none covers another. No drawing here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def label_lanes(labels: Sequence[tuple[float, float]]) -> list[int]:
    """The line below the axis on which each label is written; 0 is the nearest.

    Each label hangs on a thread from its moment and runs to the right of it. They are given out
    from the right to the left: a label goes to the first line on which it ends before whatever is
    already there, labels as well as the threads that pass on their way further down.

    Args:
        labels: Where each begins, and how wide it is, in one unit.

    >>> label_lanes([(0, 5), (2, 5), (8, 5), (20, 5)])
    [1, 0, 0, 0]
    """
    lanes = [0] * len(labels)
    left_ends: list[float] = []
    for place in sorted(range(len(labels)), key=lambda place: labels[place][0], reverse=True):
        start, width = labels[place]
        lane = next(
            (lane for lane, end in enumerate(left_ends) if start + width <= end), len(left_ends)
        )
        # Its thread passes all nearer lines.
        left_ends[: lane + 1] = [start] * (lane + 1)
        lanes[place] = lane
    return lanes


def bar_lanes(bars: Sequence[tuple[float, float]]) -> list[int]:
    """The line on which each bar is drawn, so that bars that overlap in time lie one above another.

    Args:
        bars: Start and end of each, by start.

    >>> bar_lanes([(0, 10), (2, 3), (4, 5), (10, 12)])
    [0, 1, 1, 0]
    """
    lanes: list[int] = []
    ends: list[float] = []
    for start, end in bars:
        lane = next((lane for lane, last in enumerate(ends) if last <= start), len(ends))
        ends[lane : lane + 1] = [end]
        lanes.append(lane)
    return lanes


def time_scale(room: float, length: float, labels: Iterable[tuple[float, float]]) -> float:
    """The most units of room for each second that still leave every label whole at the right.

    Args:
        room: How wide the plot is.
        length: Seconds to be shown.
        labels: The moment each label hangs on, in seconds, and its width; narrower than `room`.

    >>> time_scale(10, 5, [(5, 2)])
    1.6
    """
    scales = [(room - width) / moment for moment, width in labels if moment > 0]
    return min([room / length if length > 0 else room, *scales])
