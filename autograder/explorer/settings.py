"""How an exploration is run, and what all its executions have in common."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.explorer.operations import Actor

LONGEST = 5_000
"""Steps after which an execution is given up, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a program is run.

    Args:
        start_method: ``"spawn"`` (which also stands for forkserver) or ``"fork"``.
        seed: What unseeded random numbers begin with.
        pure: Top-level names of modules that the program may import besides the known ones, because
            they share nothing and wait for nothing.
        guarded: Whether of real modules only what is vetted is to be had; see ``virtual/vetted.py``.
        measure: Whether to find out how many processes are at work at once.
        timed: Whether sleeps and timeouts take their time, as in a usual run; else they order nothing.
        longest: Steps after which an execution is given up; the exploration is not complete then.
    """

    start_method: str = "spawn"
    seed: int = 0
    pure: frozenset[str] = frozenset()
    guarded: bool = False
    measure: bool = False
    timed: bool = False
    longest: int = LONGEST


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be tried.

    Args:
        executions: At most so many.
        seconds: For at most so long.
        steps: Executions of at most so many steps together, those included that turn out to have been
            seen: what can be tried within them does not depend on how fast the machine is. An exploration
            that begins again, because an assumption was wrong, has as many anew. 0 stands for no such bound.
    """

    executions: int = 1_000_000
    seconds: float = 60.0
    steps: int = 0


class Registry:
    """Numbers for actors, the same in all executions of an exploration."""

    def __init__(self) -> None:
        self.numbers: dict[str, Actor] = {}
        self.paths: list[str] = []
        self.learned: set[str] = set()
        """Facts that an execution has shown, and that were assumed not to be: see ``virtual/workers.py``,
        ``virtual/names.py``, ``virtual/queues.py`` and ``waiting.py``. What is one word is part of every schedule."""

    def number(self, path: str) -> Actor:
        """The number of the actor at `path`."""
        found = self.numbers.get(path)
        if found is None:
            found = self.numbers[path] = len(self.paths)
            self.paths.append(path)
        return found
