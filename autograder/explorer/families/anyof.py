"""Waiting for any of several things: for a message, an end, or the end of a process.

``extra`` lists the things: their names and themselves.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.families import channel, job, process
from autograder.explorer.operations import Access, Actor, Kind, Primitive

_WAITS = {
    "channel": channel.KINDS["channel.ready"],
    "process": process.KINDS["process.join"],
    "job": job.KINDS["job.wait"],
}
"""For each family, what would wait for one such thing alone."""
_LOOKS = {"channel": "channel.poll", "process": "process.look", "job": "job.look"}


def _is_ready(thing: Primitive, actor: Actor) -> bool:
    """Whether a channel has a message or its end, a process has ended, or a job is done."""
    possible = _WAITS[thing.family].enabled
    return possible is None or possible(thing, actor, None)


def _ready(waiter: Primitive, actor: Actor, _argument: Any) -> list[int]:
    """Which are ready, by their places in the list."""
    return [place for place, (_, thing) in enumerate(waiter.extra) if _is_ready(thing, actor)]


def _some_ready(waiter: Primitive, actor: Actor, _argument: Any) -> bool:
    return any(_is_ready(thing, actor) for _, thing in waiter.extra)


def _looks(waiter: Primitive, _name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return tuple(Access(name, _LOOKS[thing.family]) for name, thing in waiter.extra)


KINDS = {
    "any.wait": Kind(_ready, _some_ready, accesses=_looks),
    "any.look": Kind(_ready, accesses=_looks),
}
