"""What a process does for itself, but not at once: begin, sleep, print. Nobody sees in what order."""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import Actor, Kind, Primitive


def _nothing(_thing: Primitive, _actor: Actor, _argument: Any) -> None:
    return None


KINDS = {
    "local.begin": Kind(_nothing),
    "local.sleep": Kind(_nothing, changes=False),
    "local.print": Kind(_nothing),
    "local.put": Kind(_nothing),
}
