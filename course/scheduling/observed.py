"""How often the CPU really changed hands: what the operating system counts for every process.

A process *gives* the CPU up when it has to wait, and has it *taken* when its time slice is over. To
see the second kind, processes must compete for one core, so that is where they are put.

The count is kept on Linux. On macOS and Windows psutil has only the total of both, as the first
number, and the second is always 0; and macOS lets no process choose its core.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil


@dataclass(slots=True)
class Switches:
    """How often a process lost the CPU.

    Args:
        given: Voluntary context switches: it had to wait.
        taken: Involuntary context switches: it would have gone on.
    """

    given: int = 0
    taken: int = 0


@contextmanager
def on_one_core() -> Iterator[Switches]:
    """Keep this process on the first core it may use, and count its switches within the block.

    Where a process cannot choose its core, it stays where the system puts it. It may use all its
    cores again afterwards.

    Yields:
        The counts, filled in at the end of the block.

    >>> import time
    >>> with on_one_core() as switches:
    ...     time.sleep(0.001)
    >>> switches.given > 0
    True
    """
    me, switches = psutil.Process(), Switches()
    cores = me.cpu_affinity() if hasattr(me, "cpu_affinity") else []
    if cores:
        me.cpu_affinity(cores[:1])
    before = me.num_ctx_switches()
    try:
        yield switches
    finally:
        after = me.num_ctx_switches()
        switches.given = after.voluntary - before.voluntary
        switches.taken = after.involuntary - before.involuntary
        if cores:
            me.cpu_affinity(cores)
