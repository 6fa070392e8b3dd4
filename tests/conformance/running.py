"""Programs that are run once, along their usual schedule, with most of the standard library."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from autograder.explorer.actors import Halt
from autograder.explorer.machine import Machine, Registry, Settings
from autograder.explorer.source import Program
from autograder.explorer.usual import UsualRun

_REAL = frozenset(
    "test unittest socket signal subprocess logging ctypes _multiprocessing tempfile select shutil".split()
)
"""Modules that are the real ones although explored programs may not have them."""


@contextmanager
def finished(program: Program) -> Iterator[Machine]:
    """The machine at the end of a program's usual run.

    Raises:
        Halt: if the program does what is not modelled.
    """
    registry = Registry()
    while True:
        machine = Machine(program, Settings(timed=True, pure=_REAL), registry)
        try:
            UsualRun(machine).run()
            yield machine
        except Halt as halt:
            if halt.reason == "again":
                continue
            raise
        finally:
            machine.close()
        return
