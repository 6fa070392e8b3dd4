"""Signs of well-known mistakes with queues: asked instead of waited for, given up, joined too early.

Looked for in one story, as all signs are (:mod:`~autograder.explorer.signs`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from autograder.explorer.labels import maker
from autograder.explorer.reports import Step, Story
from autograder.explorer.source import Program
from autograder.explorer.virtual.feeding import Pickled

_RECEIVES = frozenset({"channel.recv", "channel.try-recv"})
_LOOKS = frozenset({"channel.poll", "tasks.look", "semaphore.look"})
_PLACES = frozenset({"semaphore.acquire", "semaphore.try"})
_CLOSED = re.compile("^ValueError: Queue .* is closed", re.DOTALL)
_ASKING = {
    "asks-empty": re.compile(r"\bempty\s*\("),
    "asks-size": re.compile(r"\bqsize\s*\("),
    "asks-full": re.compile(r"\bfull\s*\("),
}
"""How a program asks, by the sign of it."""


def signs(story: Story, program: Program) -> Iterator[str]:
    """The signs in a story, the most telling first.

    ``changed-later``
        what was put was changed before it was sent, and arrived changed;
    ``join-before-drain``
        one waits for the end of another, and that one for somebody to get what it has put;
    ``own-queues``
        what was put went into a queue that nobody looked at, and somebody looked into another one;
    ``closed-queue``
        somebody used a queue that they had closed;
    ``room-made``
        somebody put things into another one's queue, which fills, and took things out of it;
    ``walked-away``
        somebody did not get anything in time, and never tried again;
    ``asks-empty``, ``asks-size``, ``asks-full``
        somebody asked a queue for its state: of a notebook's, only lines in cells count.
    """
    if any(_arrived_changed(step) for step in story.steps):
        yield "changed-later"
    if _joined_before_drained(story):
        yield "join-before-drain"
    if _own_queues(story):
        yield "own-queues"
    if _CLOSED.search(story.failure):
        yield "closed-queue"
    if _room_made(story):
        yield "room-made"
    if _walked_away(story):
        yield "walked-away"
    for step in story.steps:
        if (
            _queue(step.op.object)
            and step.op.kind in _LOOKS
            and step.filename in program.learners_files
        ):
            line = program.line(step.filename, step.line)
            yield from (sign for sign, words in _ASKING.items() if words.search(line))


def _queue(name: str) -> str:
    """The queue that a shared thing is, or whose size it is; empty if it is neither.

    >>> _queue("queue-0:1-size"), _queue("queue-0:1"), _queue("pipe-0:1")
    ('queue-0:1', 'queue-0:1', '')
    """
    return name.removesuffix("-size") if name.startswith("queue-") else ""


def _arrived_changed(step: Step) -> bool:
    message = step.answer
    return step.op.kind in _RECEIVES and isinstance(message, Pickled) and message.changed


def _joined_before_drained(story: Story) -> bool:
    full = {story.homes.get(wait.actor) for wait in story.waits if wait.op.kind == "feeder.drained"}
    ends = {"process.join", "process.look"}
    return any(wait.op.kind in ends and wait.op.object in full for wait in story.waits)


def _own_queues(story: Story) -> bool:
    sent = {step.op.object for step in story.steps if step.op.kind == "channel.flush"}
    looks = [step.op for step in story.steps if step.op.kind in _RECEIVES | _LOOKS]
    looks += [wait.op for wait in story.waits if wait.op.kind in _RECEIVES]
    looked = {_queue(op.object) for op in looks} - {""}
    return bool(sent - looked) and bool(looked - sent)


def _room_made(story: Story) -> bool:
    """Whether a process that wants room in a queue that is not its own has taken something out of it."""
    wanting = {
        (story.homes.get(step.actor), _queue(step.op.object))
        for step in story.steps
        if step.op.kind in _PLACES
        and step.op.object.endswith("-size")
        and maker(step.op.object) != maker(story.homes.get(step.actor, ""))
    }
    return any(
        step.op.kind in _RECEIVES
        and step.answer is not None
        and (story.homes.get(step.actor), step.op.object) in wanting
        for step in story.steps
    )


def _walked_away(story: Story) -> bool:
    """Whether a process's last try at a queue brought nothing, and it is not still trying."""
    last: dict[tuple[str | None, str], bool] = {}
    for step in story.steps:
        if _queue(step.op.object) and step.op.kind in _RECEIVES:
            last[story.homes.get(step.actor), step.op.object] = step.answer is None
    for wait in story.waits:
        last.pop((story.homes.get(wait.actor), wait.op.object), None)
    return any(last.values())
