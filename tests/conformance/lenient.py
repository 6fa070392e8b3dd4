"""What the suite may import that an explored program may not.

It is Python's own code, and known to be harmless: for it, all that the explorer does not model is the
real thing, except ``multiprocessing``.
"""

from __future__ import annotations

import importlib
import types
from functools import partial
from typing import Any

from autograder.explorer.actors import current
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import imports, managers, pool, synchronize  # noqa: F401
from tests.conformance import threads

REAL = frozenset(
    "test unittest socket signal subprocess logging ctypes _multiprocessing tempfile select shutil".split()
)
"""Modules that are the real ones."""


def install() -> None:
    """Let virtual processes of this interpreter import what the suite wants."""
    strict = imports._Partial.__getattr__

    def lenient(module: types.ModuleType, name: str) -> Any:
        top = module.__name__.partition(".")[0]
        if top == "multiprocessing":
            return strict(module, name)
        return getattr(importlib.import_module(module.__name__), name)

    imports._Partial.__getattr__ = lenient
    imports.virtual_per_process("threading")(threads.make)
    imports.virtual("multiprocessing.heap")(_heap)
    imports.virtual("conformance")(_conformance)
    for place, name in enumerate(("_sleeping_count", "_wait_semaphore", "_woken_count")):
        setattr(synchronize.Condition, name, property(partial(_Count, place)))


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


def _conformance() -> types.ModuleType:
    return imports.module("conformance", {"report": _report})


def _report(word: str, why: str) -> None:
    current().extras["outcome"] = (word, why)
