"""Lets Matplotlib write Chinese: a subset of Noto Sans SC comes with the course.

It stands after DejaVu Sans, so that Latin text looks as everywhere and only what DejaVu lacks is
taken from it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FONT = Path(__file__).parent / "fonts" / "NotoSansSC-subset.otf"


@cache
def use() -> None:
    """Make the font known to Matplotlib and put it behind DejaVu Sans. Repeating it costs nothing.

    >>> use()
    """
    import matplotlib as mpl  # noqa: PLC0415 - a child process must not pay for it
    from matplotlib import font_manager  # noqa: PLC0415

    font_manager.fontManager.addfont(FONT)
    family = font_manager.FontProperties(fname=FONT).get_name()
    mpl.rcParams["font.family"] = ["DejaVu Sans", family]
    mpl.rcParams["axes.unicode_minus"] = False
