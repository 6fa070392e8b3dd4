"""When Python looks for garbage: seldom, and not in all that this process holds."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SWEEP = 256
"""After how many executions what they left behind is swept up. Python itself would look for it far more
often, and in everything that this process holds."""


def sweep(executions: int) -> None:
    """Sweep up what programs left behind, if it is time to after so many `executions`."""
    if executions % SWEEP == 0:
        gc.collect()


@contextmanager
def swept() -> Iterator[None]:
    """Let nobody look for garbage in all that is there already; see :data:`SWEEP`."""
    was_enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()
