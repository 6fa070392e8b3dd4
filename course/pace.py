"""One setting that scales every wait of the lessons' stories.

A story says ``nap(3)``: three seconds of the story. At the default pace that takes 0.3 seconds of
the reader's; ``set_pace(1)`` slows the story down to watch it, and children hear of it too.
"""

from __future__ import annotations

import math
import os
import time

from course import context

DEFAULT_PACE = 0.1


def set_pace(pace: float) -> None:
    """Let one second of a story take `pace` seconds, here and in children started from now on.

    Args:
        pace: Real seconds for each second of the story; 0 leaves every wait out.

    Raises:
        ValueError: if `pace` is negative or not a number.

    >>> set_pace(0.5); current_pace()
    0.5
    >>> set_pace(-1)
    Traceback (most recent call last):
    ...
    ValueError: The pace is seconds for each second of the story: 0 or more, not -1.
    """
    if not (pace >= 0 and math.isfinite(pace)):
        raise ValueError(
            f"The pace is seconds for each second of the story: 0 or more, not {pace}."
        )
    context.put("pace", repr(float(pace)))


def current_pace() -> float:
    """Real seconds for each second of the story: what was set, else ``BAOZI_PACE``, else 0.1."""
    chosen = context.get("pace") or os.environ.get("BAOZI_PACE")
    try:
        return float(chosen) if chosen else DEFAULT_PACE
    except ValueError:
        raise ValueError(
            f"BAOZI_PACE is {chosen!r}; set it to a number of seconds, such as 0.1."
        ) from None


def nap(seconds: float) -> None:
    """Sleep for `seconds` of the story.

    >>> set_pace(0); nap(3600)
    """
    time.sleep(seconds * current_pace())
