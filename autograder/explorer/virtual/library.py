"""The module ``multiprocessing``, put together."""

from __future__ import annotations

import types
from collections.abc import Callable
from functools import partial
from queue import Empty, Full
from threading import BrokenBarrierError
from typing import Any

from autograder.explorer.doing import current, register_error
from autograder.explorer.virtual import (
    connection,
    environment,
    meetings,
    process,
    queues,
    relatives,
    sharedctypes,
    synchronize,
)
from autograder.explorer.virtual.imports import module, virtual

METHODS = ("fork", "spawn", "forkserver")
_MAKERS = frozenset(
    """
    Lock RLock Semaphore BoundedSemaphore Condition Event Barrier Queue SimpleQueue JoinableQueue
    Value Array
    """.split()
)
"""What makes locks, which remember for which start method they were made."""


class ProcessError(Exception):
    """``multiprocessing.ProcessError``."""


class TimeoutError(ProcessError):  # noqa: A001 - the real name
    """``multiprocessing.TimeoutError``."""


class AuthenticationError(ProcessError):
    """``multiprocessing.AuthenticationError``."""


register_error(TimeoutError, "ProcessTimeoutError")


def _set_forkserver_preload(names: list[str]) -> None:
    if not all(type(each) is str for each in names):
        raise TypeError("module_names must be a list of strings")


_NAMES: dict[str, Any] = {
    "Process": process.Process,
    "current_process": relatives.current_process,
    "parent_process": relatives.parent_process,
    "active_children": relatives.active_children,
    "cpu_count": environment.cpu_count,
    "Lock": synchronize.Lock,
    "RLock": synchronize.RLock,
    "Semaphore": synchronize.Semaphore,
    "BoundedSemaphore": synchronize.BoundedSemaphore,
    "Condition": meetings.Condition,
    "Event": meetings.Event,
    "Barrier": meetings.Barrier,
    "Queue": queues.Queue,
    "SimpleQueue": queues.SimpleQueue,
    "JoinableQueue": queues.JoinableQueue,
    "Pipe": connection.pipe,
    "Value": sharedctypes.value,
    "Array": sharedctypes.array,
    "RawValue": sharedctypes.RawValue,
    "RawArray": sharedctypes.RawArray,
    "freeze_support": lambda: None,
    "set_executable": lambda _executable: None,
    "set_forkserver_preload": _set_forkserver_preload,
    "ProcessError": ProcessError,
    "TimeoutError": TimeoutError,
    "AuthenticationError": AuthenticationError,
    "BufferTooShort": connection.BufferTooShort,
}
"""What a context has, and with it the module."""

_PROCESSES = {
    "spawn": process.SpawnProcess,
    "fork": process.ForkProcess,
    "forkserver": process.ForkServerProcess,
}


class Context:
    """What ``get_context(...)`` answers.

    Args:
        method: Its start method; None for the default context.
    """

    def __init__(self, method: str | None) -> None:
        self._method = method
        for name, each in _NAMES.items():
            setattr(self, name, each)
        if method is not None:
            self.Process = _PROCESSES[method]
            for name in _MAKERS:
                setattr(self, name, partial(_make, method, _NAMES[name]))

    def get_context(self, method: str | None = None) -> Context:
        """The context of `method`."""
        return self if method is None else get_context(method)

    def get_start_method(self, allow_none: bool = False) -> str | None:  # noqa: ARG002 - theirs
        """Its start method."""
        return self._method or get_start_method()

    def set_start_method(self, method: str, force: bool = False) -> None:
        """Choose the start method, once."""
        if self._method is not None:
            raise ValueError("cannot set start method of concrete context")
        set_start_method(method, force)


class SpawnContext(Context):
    """What ``get_context("spawn")`` answers."""


class ForkContext(Context):
    """What ``get_context("fork")`` answers."""


class ForkServerContext(Context):
    """What ``get_context("forkserver")`` answers."""


_CONTEXTS = {"spawn": SpawnContext, "fork": ForkContext, "forkserver": ForkServerContext}


def _make(method: str, make: Callable[..., Any], /, *arguments: Any, **keywords: Any) -> Any:
    """Make a lock, or what has locks, for processes of this start method."""
    extras = current().extras
    before = extras.get("method")
    extras["method"] = method
    try:
        return make(*arguments, **keywords)
    finally:
        extras["method"] = before


def process_class(method: str | None) -> type[process.BaseProcess]:
    """The class of processes that are started by `method`; the default one's without."""
    return _PROCESSES[method or str(get_start_method())]


def get_context(method: str | None = None) -> Context:
    """``multiprocessing.get_context``: without a method, the context of the one that is used."""
    method = method or get_start_method()
    if method not in _CONTEXTS:
        raise ValueError(f"cannot find context for {method!r}")
    return _CONTEXTS[method](method)


def get_start_method(allow_none: bool = False) -> str | None:
    """``multiprocessing.get_start_method``."""
    record = current()
    chosen: str | None = record.extras.get("method")
    if chosen is None and not allow_none:
        return record.machine.settings.start_method
    return chosen


def set_start_method(method: str | None, force: bool = False) -> None:
    """``multiprocessing.set_start_method``."""
    record = current()
    if record.extras.get("method") is not None and not force:
        raise RuntimeError("context has already been set")
    if method is not None and method not in METHODS:
        raise ValueError(f"cannot find context for {method!r}")
    record.extras["method"] = method


def add_names(names: dict[str, Any]) -> None:
    """Give every context, and the module, what another part of this package brings."""
    _NAMES.update(names)


@virtual("multiprocessing")
def _multiprocessing() -> types.ModuleType:
    return module(
        "multiprocessing",
        {
            **_NAMES,
            "get_context": get_context,
            "get_start_method": get_start_method,
            "set_start_method": set_start_method,
            "get_all_start_methods": lambda: list(METHODS),
        },
    )


def _part(name: str, names: dict[str, Any]) -> None:
    virtual(f"multiprocessing.{name}")(lambda: module(f"multiprocessing.{name}", names))


_part(
    "process",
    {
        "BaseProcess": process.BaseProcess,
        "current_process": relatives.current_process,
        "parent_process": relatives.parent_process,
        "active_children": relatives.active_children,
        "AuthenticationString": relatives.AuthenticationString,
    },
)
_part(
    "synchronize",
    {
        name: _NAMES[name]
        for name in "Lock RLock Semaphore BoundedSemaphore Condition Event Barrier".split()
    },
)
_part(
    "queues",
    {
        "Queue": queues.Queue,
        "SimpleQueue": queues.SimpleQueue,
        "JoinableQueue": queues.JoinableQueue,
        "Empty": Empty,
        "Full": Full,
    },
)
_part(
    "connection",
    {"Connection": connection.Connection, "Pipe": connection.pipe, "wait": connection.wait},
)
_part(
    "sharedctypes",
    {
        "Value": sharedctypes.value,
        "Array": sharedctypes.array,
        "RawValue": sharedctypes.RawValue,
        "RawArray": sharedctypes.RawArray,
        "copy": sharedctypes.copy,
        "Synchronized": sharedctypes.Synchronized,
        "SynchronizedArray": sharedctypes.SynchronizedArray,
    },
)
_part(
    "context",
    {
        "Process": process.Process,
        "SpawnProcess": process.SpawnProcess,
        "ForkProcess": process.ForkProcess,
        "TimeoutError": TimeoutError,
        "ProcessError": ProcessError,
    },
)


@virtual("queue")
def _queue() -> types.ModuleType:
    """Its queues are for threads, which are not modelled: who waits for one would wait for real."""
    return module("queue", {"Empty": Empty, "Full": Full})


@virtual("threading")
def _threading() -> types.ModuleType:
    return module("threading", {"BrokenBarrierError": BrokenBarrierError})
