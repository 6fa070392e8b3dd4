"""The suite as programs: each test method is one, run once along its usual schedule."""

from __future__ import annotations

import importlib
import inspect
import re
import unittest
from functools import cache
from typing import Any, NamedTuple

from autograder.explorer.doing import Halt
from autograder.explorer.settings import Settings
from autograder.explorer.source import Program
from autograder.explorer.usual import usual_run

SUITE = "test._test_multiprocessing"
_REAL = frozenset(
    "test unittest socket signal subprocess logging ctypes _multiprocessing tempfile select shutil".split()
)
"""Modules that are the real ones although explored programs may not have them."""
_MAIN = """
import conformance, suite, unittest

suite.install_tests_in_module_dict(globals(), START_METHOD)
# What is done around all tests only looks for what is left behind, in the real world.
del setUpModule, tearDownModule
suite.BaseMixin.setUpClass = suite.BaseMixin.tearDownClass = classmethod(lambda cls: None)
suite.ManagerMixin.tearDownClass = classmethod(lambda cls: cls.manager.shutdown())

if __name__ == "__main__":
    result = unittest.TestResult()
    unittest.TestSuite([globals()[CLASS](METHOD)]).run(result)
    word = "failed" if result.errors or result.failures else "skipped" if result.skipped else "passed"
    troubles = result.errors + result.failures + result.skipped
    conformance.report(word, "\\n".join(text for _, text in troubles))
"""


class _Program(Program):
    """A program about which it is known what else would be looked up in its whole source each time."""

    names = frozenset()
    may_kill = True


class Outcome(NamedTuple):
    """What came of one test method."""

    name: str
    word: str
    """``"passed"``, ``"failed"``, ``"skipped"`` (by itself, as on the real module), ``"left out"``."""
    why: str


def without_type(kind: str) -> str:
    """The name of a class without the type of process that it is run for.

    >>> without_type("WithManagerTestQueue")
    'TestQueue'
    """
    return re.sub("^With(Processes|Manager)", "", kind)


@cache
def names() -> tuple[str, ...]:
    """Every test method of the suite, as ``"Class.method"``."""
    space: dict[str, Any] = {"__name__": __name__}
    importlib.import_module(SUITE).install_tests_in_module_dict(space, "spawn")
    loader = unittest.TestLoader()
    return tuple(
        f"{name}.{method}"
        for name, kind in space.items()
        if isinstance(kind, type) and issubclass(kind, unittest.TestCase)
        for method in loader.getTestCaseNames(kind)
    )


@cache
def _source() -> str:
    return inspect.getsource(importlib.import_module(SUITE))


def run(name: str, start_method: str) -> Outcome:
    """Run one test method on the virtual module."""
    kind, method = name.split(".")
    names = f"CLASS, METHOD, START_METHOD = {kind!r}, {method!r}, {start_method!r}"
    program = _Program(names + _MAIN, "main.py", {"suite": _source()})
    try:
        with usual_run(program, Settings(start_method, pure=_REAL)) as machine:
            told = machine.processes[0].extras.get("outcome")
            if told is not None:
                return Outcome(name, *told)
            paths = machine.registry.paths
            waiting = [f"{paths[actor]}: {op}" for actor, op in machine.pending.items()]
            written = "".join(text for _, text, _ in machine.processes[0].output)
            return Outcome(name, "failed", "\n".join(["never ends", *waiting, written]))
    except Halt as halt:
        return Outcome(name, "failed", f"{halt.reason} {halt.fields} at line {halt.line}")
