"""Signs of mistakes with pools, found in one story; see :mod:`~autograder.explorer.signs`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from autograder.explorer.reports import Story

_WORKING = frozenset({"pool.ready", "pool.take", "pool.finish"})


def signs(story: Story) -> Iterator[str]:
    """The signs in a story.

    ``callback-failed``
        somebody waits for a result for ever, because a callback failed: it ended the thread that
        hands results on.
    """
    handing_on = {step.actor for step in story.steps if step.op.kind == "pool.receive"}
    left = Counter(step.actor for step in story.steps if step.op.kind == "pool.leave")
    if story.waits and any(left[actor] > 1 for actor in handing_on):
        yield "callback-failed"


def workers(story: Story) -> frozenset[str]:
    """The processes that a pool has started: the pool waits for them, and not the program."""
    return frozenset(
        story.homes[step.actor]
        for step in story.steps
        if step.op.kind in _WORKING and step.actor in story.homes
    ) | {home for actor, home in story.homes.items() if "PoolWorker" in story.names.get(actor, "")}
