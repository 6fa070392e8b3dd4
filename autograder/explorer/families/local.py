"""What a process does for itself, but not at once: begin, sleep, print. Nobody sees in what order."""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import Actor, Kind, Primitive


def nothing(_thing: Primitive, _actor: Actor, _argument: Any) -> None:
    """Whoever does it has only waited for its turn."""


KINDS = {
    "local.begin": Kind(nothing),
    "local.sleep": Kind(nothing, changes=False),
    "local.print": Kind(nothing),
    "local.put": Kind(nothing),
}
