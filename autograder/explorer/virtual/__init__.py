"""The standard library as a virtual process finds it.

What processes share, wait for or could tell each other apart by is virtual: operations on the world
take its place. All of it is there before a program's first line runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.explorer.operations import Op
from autograder.explorer.virtual import (
    clock,
    dates,
    endings,
    executor,
    helpers,
    imports,
    interpreter,
    library,
    managers,
    paths,
    pool,
    prying,
    randomness,
    system,
)

if TYPE_CHECKING:
    from autograder.explorer.actors import Process
    from autograder.explorer.machine import Machine

__all__ = [
    "clock",
    "dates",
    "executor",
    "helpers",
    "interpreter",
    "library",
    "managers",
    "paths",
    "pool",
    "prepare",
    "prying",
    "randomness",
    "run_main",
    "run_program",
    "system",
]


def prepare(machine: Machine) -> None:
    """Give an execution its builtins."""
    machine.builtins = imports.builtins_of_programs()


def run_main(process: Process) -> Op:
    """All that the main process does."""
    return endings.live(process, lambda: run_program(process))


def run_program(process: Process) -> None:
    """Run the program's source in the namespace of `process`."""
    program = process.machine.program
    namespace = process.main.__dict__
    namespace["__builtins__"] = process.machine.builtins
    namespace["__file__"] = program.filename
    for part in program.code:
        exec(part, namespace)  # noqa: S102 - that is what an explorer is for
