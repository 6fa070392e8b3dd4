"""What the check of lesson 14 runs beside a learner's code: times of pools, recorded or really measured.

The choice is judged by the very times that were handed out, so that it does not matter how busy a
machine is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from multiprocessing import get_context
from typing import Any

FOR_REAL = "measured here and now, with real processes"
"""Stands in a plan in place of recorded times. Longer than these: recorded ones are shown first."""
TASKS = 4
TASK_SECONDS = 0.01
QUICKEST = "fork" if sys.platform == "linux" else None
"""How workers start that only sleep: they need nothing of the learner's, so nothing of it is run for them."""


def size_probe(
    namespace: Mapping[str, Any], plan: Mapping[int, Sequence[float] | str]
) -> dict[str, Any]:
    """Let `choose_size` measure, and note what it asks for.

    Args:
        namespace: The learner's definitions, `choose_size` among them.
        plan: For each size the times that measuring it gives, one after the other and the last one
            from then on; or :data:`FOR_REAL`.
    """
    recorded = {
        size: chain(times, repeat(times[-1]))
        for size, times in plan.items()
        if not isinstance(times, str)
    }
    asked: list[tuple[Any, float]] = []

    def measure(size: int) -> float:
        if plan.get(size) == FOR_REAL:
            seconds = _for_real(size)
        else:
            seconds = next(recorded.get(size, repeat(1.0)))  # no size of theirs: nothing is started
        asked.append((size, seconds))
        return seconds

    answer = namespace["choose_size"](measure, list(plan))
    return {"answer": answer, "asked": asked}


def _for_real(size: int) -> float:
    begun = time.perf_counter()
    with get_context(QUICKEST).Pool(size) as pool:
        pool.map(time.sleep, [TASK_SECONDS] * TASKS, chunksize=1)
    return time.perf_counter() - begun
