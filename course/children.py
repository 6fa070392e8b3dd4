"""Keeps count of a notebook's child processes: none outlives it, and output follows a join.

multiprocessing knows its children and its pools by private names only; they are used here and
nowhere else.
"""
# ruff: noqa: SLF001

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable
from functools import wraps
from multiprocessing import forkserver, managers, pool, process, resource_tracker, util
from typing import Any

GRACE_SECONDS = 1.0
"""How long a child may take to end after SIGTERM."""


def end_all() -> None:
    """End every child process of this notebook, the stubborn ones by force."""
    _end_keepers()
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


def end_with(kernel: Any) -> None:
    """Have the notebook's processes, and multiprocessing's own, end as soon as `kernel` is asked to.

    ipykernel waits for all processes below it, and sends them SIGTERM, which the resource tracker ignores. So
    whoever has asked loses patience and kills the kernel: nothing that was registered with ``atexit`` is
    run, and temporary folders stay.
    """
    shut_down = kernel.do_shutdown

    @wraps(shut_down)
    def do_shutdown(restart: bool) -> Any:
        with contextlib.suppress(Exception):  # whatever goes wrong, the kernel is to end
            end_all()
            _end_helper(forkserver._forkserver)
            util._exit_function()  # type: ignore[attr-defined]
            _end_helper(resource_tracker._resource_tracker)
        return shut_down(restart)

    kernel.do_shutdown = do_shutdown


def _end_helper(helper: Any) -> None:
    """End the fork server or the resource tracker, which do so when nobody needs them any more."""
    if sys.platform != "win32":
        _patiently(helper._stop)  # it waits for processes that nobody here may know of


def _end_keepers() -> None:
    """End pools and managers properly.

    A pool's threads would put a new worker in the place of each dead, and a manager that is killed leaves its
    folder.
    """
    known = (pool.Pool._terminate_pool, managers.BaseManager._finalize_manager)  # type: ignore[attr-defined]
    for finalizer in list(util._finalizer_registry.values()):  # type: ignore[attr-defined]
        if getattr(finalizer, "_callback", None) in known:
            _patiently(
                finalizer
            )  # a worker that was interrupted may have kept the lock of the pool's queue


def _patiently(end: Callable[[], Any]) -> None:
    """Call `end`, but wait for it no longer than :data:`GRACE_SECONDS`, whatever comes of it."""

    def run() -> None:
        with contextlib.suppress(Exception):
            end()

    ending = threading.Thread(target=run, daemon=True)
    ending.start()
    ending.join(GRACE_SECONDS)


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
