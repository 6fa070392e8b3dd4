"""What the suite may import that an explored program may not.

It is Python's own code, and known to be harmless: for it, all that the explorer does not model is the
real thing, except ``multiprocessing``.
"""

from __future__ import annotations

import importlib
import types
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from autograder.explorer import forking
from autograder.explorer.doing import current, here
from autograder.explorer.memory.copier import WAYS
from autograder.explorer.operations import Primitive
from autograder.explorer.source import Program
from autograder.explorer.usual import usual_run
from autograder.explorer.virtual import imports, meetings
from tests.conformance import threads


def install() -> None:
    """Let virtual processes of this interpreter import what the suite wants.

    Raises:
        ImportError: if this Python came without its own tests.
    """
    from test.support import os_helper, script_helper

    strict = imports._Partial.__getattr__

    def lenient(module: types.ModuleType, name: str) -> Any:
        top = module.__name__.partition(".")[0]
        if top == "multiprocessing":
            return strict(module, name)
        return getattr(importlib.import_module(module.__name__), name)

    imports._Partial.__getattr__ = lenient
    imports.virtual_per_process("threading")(threads.make)
    forking.FORKERS["threading"] = lambda _module, _parent, child, _copier: threads.make(child)
    imports.virtual("multiprocessing.heap")(_heap)
    imports.virtual("conformance")(_conformance)
    os_helper.temp_dir = _temp_dir
    os_helper.temp_cwd = _temp_cwd
    WAYS[memoryview] = lambda _copier, value: value  # of memory that is shared
    script_helper.assert_python_ok = _assert_python_ok
    for place, name in enumerate(("_sleeping_count", "_wait_semaphore", "_woken_count")):
        setattr(meetings.Condition, name, property(partial(_Count, place)))


class BufferWrapper:
    """A piece of raw memory that all processes share: the suite keeps its own counts in some."""

    def __init__(self, size: int) -> None:
        process = current()
        self._shared_name = process.machine.add(
            process.new_name("memory"), Primitive("cell", bytearray(size))
        )

    def create_memoryview(self) -> memoryview:
        """The memory itself."""
        return memoryview(current().machine.world.primitives[self._shared_name].value)


def _heap() -> types.ModuleType:
    return imports.module("multiprocessing.heap", {"BufferWrapper": BufferWrapper})


class _Count:
    """One of a condition's counts: the suite looks whether they are right."""

    def __init__(self, place: int, condition: Any) -> None:
        self._place = place
        self._condition = condition

    def get_value(self) -> int:
        """The count."""
        return int(self._condition._thing().value[self._place])


@contextmanager
def _temp_dir(path: str | None = None, quiet: bool = False) -> Iterator[str]:  # noqa: ARG001 - theirs
    """A folder on the virtual disk."""
    path = path or "/tmp/suite"
    imports.load(current(), "os").makedirs(path)
    yield path


@contextmanager
def _temp_cwd() -> Iterator[str]:
    """The folder where every program is."""
    yield imports.load(current(), "os").getcwd()


def _assert_python_ok(option: str, text: str) -> tuple[int | None, bytes, bytes]:
    """Run a program as another interpreter would: in an execution of its own."""
    assert option == "-c"
    task, hub = here.task, here.hub
    try:
        with usual_run(Program(text), task.process.machine.settings) as machine:
            code = machine.processes[0].code
    finally:
        here.hub = hub
        task.process.machine.foreground.take(task)
    assert code == 0, code
    return code, b"", b""


def _conformance() -> types.ModuleType:
    return imports.module("conformance", {"report": _report})


def _report(word: str, why: str) -> None:
    """Keep what came of the test."""
    current().extras["outcome"] = (word, why)
