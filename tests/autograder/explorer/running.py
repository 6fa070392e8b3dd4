"""Runs small programs: on the virtual library in every interleaving, and for real once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.machine import Machine
from autograder.explorer.search import Search
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import Program

LIMIT = 20_000
"""Executions after which a test's program is too large for a test."""


class Outcome(NamedTuple):
    """What one interleaving of a program came to.

    Args:
        exits: Each process's place in the family tree and its exit code; None if it never ends.
        lines: What was written to the standard output: each process's place and its lines, sorted.
        stuck: Who waits for ever, by place; a queue's feeder is ``"0~queue-0:1"``.
        errors: Each process that failed, and with what: ``("0.1", "ValueError: no")``.
    """

    exits: tuple[tuple[str, int | None], ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    stuck: tuple[str, ...]
    errors: tuple[tuple[str, str], ...]

    @property
    def hangs(self) -> bool:
        """Whether the main process never ends."""
        return dict(self.exits)["0"] is None

    @property
    def text(self) -> tuple[str, ...]:
        """All lines of all processes, sorted."""
        return tuple(sorted(line for _, lines in self.lines for line in lines))


class IncompleteError(Exception):
    """Not all that a program can do was found out."""


def outcomes(
    source: str,
    start_method: str = "spawn",
    files: Mapping[str, bytes] | None = None,
    modules: Mapping[str, str] | None = None,
    limit: int = LIMIT,
    learned: frozenset[str] = frozenset(),
    registry: Registry | None = None,
) -> set[Outcome]:
    """Every outcome of a program, over all its interleavings.

    What is in `learned` is not assumed; `registry` is what numbers its actors, to be looked at later.

    Raises:
        IncompleteError: if it has more executions than `limit`, or one that is too long.
        Halt: if it does what is not modelled.
        NotRepeatableError: if an execution does not repeat itself.

    Example::

        outcomes("print(1)")  # {Outcome((("0", 0),), (("0", ("1",)),), (), ())}
    """
    program = Program(source, modules=modules or {}, files=files or {})
    settings, registry = Settings(start_method), registry or Registry()
    registry.learned |= learned
    while True:
        try:
            return _all_outcomes(program, settings, registry, limit)
        except Halt as halt:
            if halt.reason != AGAIN:
                raise


def _all_outcomes(
    program: Program, settings: Settings, registry: Registry, limit: int
) -> set[Outcome]:
    search = Search(lambda: Machine(program, settings, registry))
    found: set[Outcome] = set()
    for result in search.results():
        machine = result.execution
        assert isinstance(machine, Machine)
        if machine.too_long or search.counts.executions > limit:
            machine.close()
            raise IncompleteError(search.counts)
        found.add(_outcome(machine, [registry.paths[each] for each in result.stuck]))
    return found


def _outcome(machine: Machine, stuck: list[str]) -> Outcome:
    exits: list[tuple[str, int | None]] = []
    lines: list[tuple[str, tuple[str, ...]]] = []
    errors: list[tuple[str, str]] = []
    for process in sorted(machine.processes, key=lambda each: each.path):
        exits.append((process.path, process.code))
        text = "".join(text for stream, text, _ in process.output if stream == "stdout")
        lines.append((process.path, tuple(sorted(text.splitlines()))))
        if process.failure is not None:
            error = process.failure
            errors.append((process.path, f"{type(error).__name__}: {error}"))
    return Outcome(tuple(exits), tuple(lines), tuple(sorted(stuck)), tuple(errors))
