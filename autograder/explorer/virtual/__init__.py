"""The standard library as a virtual process finds it.

What processes share, wait for or could tell each other apart by is virtual: operations on the world
take its place. All of it is there before a program's first line runs.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from autograder.explorer.operations import Op
from autograder.explorer.virtual import (
    clock,
    dates,
    endings,
    executor,
    guarding,
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
    machine.foreground.builtins = _builtins(guarded=machine.settings.guarded)


@cache
def _builtins(*, guarded: bool) -> dict[str, Any]:
    known = imports.builtins_of_programs() | guarding.UNGUARDED
    return guarding.guarded(known) if guarded else known


def run_main(process: Process) -> Op:
    """All that the main process does."""
    return endings.live(process, lambda: run_program(process))


def run_program(process: Process) -> None:
    """Run the program's source in the namespace of `process`."""
    program = process.machine.program
    namespace = process.main.__dict__
    namespace["__builtins__"] = process.machine.foreground.builtins
    namespace["__file__"] = program.filename
    for part in program.code:
        exec(part, namespace)  # noqa: S102 - that is what an explorer is for
