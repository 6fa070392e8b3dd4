"""``time``: sleeping orders nothing, and a clock that is each process's own."""

from __future__ import annotations

import time
import types

from autograder.explorer.doing import current, do
from autograder.explorer.virtual.imports import module, virtual

EPOCH = 1_600_000_000.0
"""What time it is when a program begins, in seconds since 1970."""
_BLINK = 1e-6


def sleep(seconds: float, /) -> None:
    """Let time pass; whatever else there is to do may be done meanwhile, or not."""
    if not isinstance(seconds, (int, float)) and not hasattr(seconds, "__float__"):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    process = current()
    if process.draws and process.last_draw == seconds:
        process.draws -= 1  # a number drawn to sleep by makes no difference
        process.last_draw = None
    if process.extras.get("quiet"):
        process.extras["slept"] = True
    else:
        do("local.sleep", "", float(seconds))
    process.spend(float(seconds))
    process.extras["looks"] = 0


def now() -> float:
    """Seconds since the program began, as this process has it.

    Each of the first eight looks since it last slept takes a moment, and each later one twice as long
    as the one before: who waits for a time to come without ever sleeping gets there.
    """
    process = current()
    process.extras["looked"] = True
    looks = process.extras["looks"] = process.extras.get("looks", 0) + 1
    process.clock += _BLINK * 2 ** min(looks, 40) if looks > 8 else _BLINK
    return process.clock


def _stamp() -> float:
    return EPOCH + now()


@virtual("time")
def _time() -> types.ModuleType:
    return module(
        "time",
        {
            "sleep": sleep,
            "time": _stamp,
            "time_ns": lambda: int(_stamp() * 1e9),
            "monotonic": now,
            "monotonic_ns": lambda: int(now() * 1e9),
            "perf_counter": now,
            "perf_counter_ns": lambda: int(now() * 1e9),
            "process_time": now,
            "thread_time": now,
            "ctime": lambda seconds=None: time.ctime(_stamp() if seconds is None else seconds),
            "localtime": lambda seconds=None: time.gmtime(_stamp() if seconds is None else seconds),
            "gmtime": lambda seconds=None: time.gmtime(_stamp() if seconds is None else seconds),
            "strftime": lambda text, when=None: time.strftime(
                text, time.gmtime(_stamp()) if when is None else when
            ),
            "strptime": time.strptime,
            "mktime": time.mktime,
            "asctime": lambda when=None: time.asctime(
                time.gmtime(_stamp()) if when is None else when
            ),
            "struct_time": time.struct_time,
            "timezone": 0,
            "tzname": ("UTC", "UTC"),
        },
    )
