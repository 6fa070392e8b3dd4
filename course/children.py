"""Keeps count of a notebook's child processes: none outlives it, and output follows a join.

multiprocessing knows its children and its pools by private names only; they are used here and
nowhere else.
"""
# ruff: noqa: SLF001

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import wraps
from multiprocessing import pool, process, util
from typing import Any

GRACE_SECONDS = 1.0
"""How long a child may take to end after SIGTERM."""


def end_all() -> None:
    """End every child process of this notebook, the stubborn ones by force."""
    _end_pools()
    # Not active_children(): that would also wait for those that have ended, which a lesson on
    # zombies may want to look at.
    alive = [child for child in list(process._children) if child._popen is not None]  # type: ignore[attr-defined]
    for child in alive:
        with contextlib.suppress(OSError, ValueError):
            child.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for child in alive:
        with contextlib.suppress(OSError, ValueError, AssertionError):
            child.join(max(0.0, deadline - time.monotonic()))
            if child.exitcode is None:
                child.kill()
                child.join(GRACE_SECONDS)


def _end_pools() -> None:
    """Terminate pools properly: their threads would put a new worker in the place of each dead."""
    for finalizer in list(util._finalizer_registry.values()):  # type: ignore[attr-defined]
        if getattr(finalizer, "_callback", None) == pool.Pool._terminate_pool:  # type: ignore[attr-defined]
            with contextlib.suppress(Exception):
                finalizer()


def after_join(settle: Callable[[], None]) -> None:
    """Let every ``Process.join`` call `settle` once it has waited.

    So ``p.join(); print("after")`` shows what the child printed before ``after``.
    """
    original = process.BaseProcess.join

    @wraps(original)
    def join(self: process.BaseProcess, timeout: float | None = None) -> Any:
        original(self, timeout)
        settle()

    process.BaseProcess.join = join  # type: ignore[method-assign]
