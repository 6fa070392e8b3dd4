"""Programs that the explorer must judge rightly, each with what is true of it.

``notes`` retells the programs of the course's notes, ``classic`` the classic problems and mistakes, in
right and wrong forms. Each begins with a docstring that says what happens and why, and then::

    # verdict: holds | broken
    # kind: deadlock | livelock | assertion | exception; where several can happen, all of them
    # error: the exception's name, where that is the point
    # start-method: spawn | fork | both
    # at-once: the largest number of processes in time.sleep at once, where that is the point
    # reality: yes | no; whether it is also run for real, many times: it ends by itself
    # slow: yes; where exploring it takes many seconds
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.machine import Machine
from autograder.explorer.search import Search
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import Program

HERE = Path(__file__).parent
Seen = TypeVar("Seen")
_FIELD = re.compile(r"^# ([a-z-]+): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Known:
    """A program, and what is true of it."""

    path: Path

    @property
    def name(self) -> str:
        """Its folder and its name, without the ending."""
        return f"{self.path.parent.name}/{self.path.stem}"

    @cached_property
    def fields(self) -> dict[str, str]:
        """What its head says."""
        return dict(_FIELD.findall(self.path.read_text(encoding="utf-8")))

    @property
    def verdict(self) -> str:
        """What the explorer must say of it."""
        return self.fields["verdict"]

    @property
    def kinds(self) -> frozenset[str]:
        """All ways in which it can go wrong."""
        return frozenset(filter(None, self.fields.get("kind", "").split(", ")))

    @property
    def error(self) -> str | None:
        """The exception that ends it."""
        return self.fields.get("error")

    @property
    def at_once(self) -> int | None:
        """How many of its processes can be asleep at once."""
        found = self.fields.get("at-once")
        return None if found is None else int(found)

    @property
    def methods(self) -> tuple[str, ...]:
        """The start methods under which all this is true."""
        method = self.fields.get("start-method", "spawn")
        return ("spawn", "fork") if method == "both" else (method,)

    @property
    def is_slow(self) -> bool:
        """Whether exploring it takes many seconds."""
        return self.fields.get("slow") == "yes"

    @property
    def program(self) -> Program:
        """The program alone, without what lies beside it."""
        return Program(self.path.read_text(encoding="utf-8"), self.path.name)

    @property
    def runs_for_real(self) -> bool:
        """Whether it may be run for real, many times."""
        return self.fields.get("reality") == "yes"


def over_all(
    known: Known, method: str, look: Callable[[Machine], Seen], seconds: float = 60.0
) -> set[Seen]:
    """What `look` sees at the end of each execution of a program.

    Raises:
        Halt: if it cannot be explored.
        TimeoutError: if that takes longer than `seconds`.
    """
    program, registry = known.program, Registry()
    until = time.perf_counter() + seconds
    while True:
        seen: set[Seen] = set()
        try:
            for result in Search(lambda: Machine(program, Settings(method), registry)).results():
                assert isinstance(result.execution, Machine)
                seen.add(look(result.execution))
                if time.perf_counter() > until:
                    raise TimeoutError(f"{known.name} has too many interleavings")
        except Halt as halt:
            if halt.reason != AGAIN:
                raise
        else:
            return seen


def bank() -> list[Known]:
    """All programs, by name."""
    return [Known(path) for path in sorted(HERE.glob("*/*.py"))]
