"""An execution that a search has asked for, and that was told unasked: is it the one?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.explorer.believing import ForgedError
from autograder.explorer.operations import Actor
from autograder.explorer.records import Point, Run
from autograder.explorer.replica import Replica


class Followed(Replica):
    """An execution of the search, as the witness tells it: no step more, and none less.

    Args:
        points: What was told of each point.
        watched: The things that a rule looks at.
        run: What was told last.
        laid: What lay on the disk at its start.
    """

    __slots__ = ("_actors", "_known")

    def __init__(
        self, points: list[Point], watched: frozenset[str], run: Run, laid: Mapping[str, Any]
    ) -> None:
        self._actors = run.actors
        self._known = len(points) - len(run.actors) - 1
        super().__init__(points, watched, run.end, laid)

    def step(self, actor: Actor) -> None:
        """Let `actor` do its next operation, if it was told that it does."""
        number = self.steps - self._known
        if number >= 0 and self._actors[number : number + 1] != [actor]:
            raise ForgedError("schedule", f"step {self.steps}")
        super().step(actor)

    def close(self) -> None:
        """Nothing is left of it."""
        if self.steps < self._known + len(self._actors):
            raise ForgedError("surplus", f"step {self.steps}")
