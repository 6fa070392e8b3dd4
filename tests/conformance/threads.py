"""``threading`` for the suite: a thread is one more task of its process.

Explored programs get no threads; the suite uses a few to wait for several things at once.
"""

from __future__ import annotations

import threading
import types
import weakref
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import current, do, do_within, here
from autograder.explorer.operations import Op, Primitive
from autograder.explorer.virtual import endings, imports, meetings, synchronize

_LATE = -50
"""Before a process ends, and after all else that it does then, it waits for its threads."""


class Lock(synchronize.Lock):
    """``threading.Lock``: an error of its own for releasing one that is free."""

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take it; -1 seconds are as many as it takes."""
        return super().acquire(blocking, None if timeout == -1 else timeout)

    def release(self) -> None:
        """Give it back."""
        try:
            super().release()
        except ValueError:
            raise RuntimeError("release unlocked lock") from None


class Thread:
    """``threading.Thread``."""

    def __init__(
        self,
        group: None = None,
        target: Callable[..., Any] | None = None,
        name: str | None = None,
        args: Iterable[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
        *,
        daemon: bool | None = None,
    ) -> None:
        assert group is None
        process = current()
        self._number = process.count("threads")
        self._path = f"{process.path}%{self._number}"
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs or {})
        self.name = name or f"Thread-{self._number}"
        self.daemon = bool(daemon)
        self._ended = ""

    @property
    def ident(self) -> int:
        """A number that no other thread has."""
        return current().pid * 1000 + self._number

    native_id = ident

    def run(self) -> None:
        """What the thread is for."""
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def start(self) -> None:
        """Begin; the next operation of whoever starts it may come before its first, or after."""
        process = current()
        machine = process.machine
        ended = Primitive("lock", owner=machine.actor(self._path))
        self._ended = machine.add(process.new_name("thread"), ended)
        _objects(process)[self._path] = self
        if not self.daemon:
            endings.at_exit(process, _LATE, self.join)

        def begin(_op: Op, _answer: Any) -> None:
            machine.add_task(process, self._path, self._live)

        machine.add_agent(process, f"{self._path}+", Op("local.begin", ""), begin)
        do("local.begin", "")

    def _live(self) -> None:
        try:
            self.run()
        except Exception as error:  # noqa: BLE001 - it ends the thread, and nothing else
            endings.write_failure(current(), error)
        do("lock.release", self._ended)

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has ended."""
        if do_within(timeout, "lock.acquire", "lock.try", self._ended):
            do("lock.release", self._ended)

    def is_alive(self) -> bool:
        """Whether it has begun and not ended."""
        return bool(self._ended) and do("lock.look", self._ended) is not None


class _Main:
    """The thread that a process begins with."""

    name = "MainThread"
    daemon = False

    def __init__(self, process: Process) -> None:
        self.ident = self.native_id = process.pid * 1000


def _objects(process: Process) -> dict[str, Any]:
    found: dict[str, Any] = process.extras.setdefault("threads", {process.path: _Main(process)})
    return found


def _current_thread() -> Any:
    return _objects(current())[here.task.path]


def make(_process: Process) -> types.ModuleType:
    """The module for `process`."""
    return imports.module(
        "threading",
        {
            "Thread": Thread,
            "Lock": Lock,
            "RLock": synchronize.RLock,
            "Condition": meetings.Condition,
            "Event": meetings.Event,
            "Semaphore": synchronize.Semaphore,
            "BoundedSemaphore": synchronize.BoundedSemaphore,
            "Barrier": meetings.Barrier,
            "BrokenBarrierError": threading.BrokenBarrierError,
            "ThreadError": threading.ThreadError,
            "current_thread": _current_thread,
            "main_thread": lambda: _objects(current())[current().path],
            "get_ident": lambda: _current_thread().ident,
            "_dangling": weakref.WeakSet(),
        },
    )
