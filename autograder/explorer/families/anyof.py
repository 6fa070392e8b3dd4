"""Waiting for any of several things: for a message, an end, or the end of a process.

``extra`` lists the things: their names, themselves, and the kind whose being possible is waited for.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import Access, Actor, Kind, Primitive

_LOOKS = {"channel": "channel.poll", "process": "process.look", "job": "job.look"}


def is_ready(thing: Primitive) -> bool:
    """Whether a channel has a message or its end, a process has ended, or a job is done."""
    if thing.family == "process":
        return isinstance(thing.value, int)
    if thing.family == "job":
        return len(thing.value) >= thing.limit
    return bool(thing.value[0]) or thing.value[1] <= 0


def _ready(waiter: Primitive, _actor: Actor, _argument: Any) -> list[int]:
    """Which are ready, by their places in the list."""
    return [place for place, (_, thing) in enumerate(waiter.extra) if is_ready(thing)]


def _some_ready(waiter: Primitive, _actor: Actor, _argument: Any) -> bool:
    return any(is_ready(thing) for _, thing in waiter.extra)


def _looks(waiter: Primitive, _name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return tuple(Access(name, _LOOKS[thing.family]) for name, thing in waiter.extra)


KINDS = {
    "any.wait": Kind(_ready, _some_ready, accesses=_looks),
    "any.look": Kind(_ready, accesses=_looks),
}
