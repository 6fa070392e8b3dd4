"""What a forked child starts with: a copy of all that its parent has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.operations import Op


def forked(process: Any, parent: Process, child: Process) -> Callable[[], Op]:
    """What a forked child does, with copies of the parent's things as of now."""
    raise NotImplementedError
