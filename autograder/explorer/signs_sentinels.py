"""Signs of well-known mistakes with sentinels: the messages that say, in a queue, that no more will come.

Looked for in one story, as all signs are (:mod:`~autograder.explorer.signs`). The usual sentinel is None;
where somebody went away after another message, that was theirs.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field

from autograder.explorer.reports import Story

_LOOKS = frozenset({"channel.recv", "channel.try-recv", "channel.poll"})
_NONE = pickle.dumps(None)
_OBJECT = pickle.dumps(object())
_FALSE: tuple[object, ...] = (0, "", False, [], (), {}, b"")
_NOTHINGS = frozenset(map(pickle.dumps, _FALSE))
"""Messages that are as good as false, and easily taken for the end."""


@dataclass(slots=True)
class _Line:
    """What went through one queue."""

    put: list[bytes] = field(default_factory=list)
    """The messages in the order in which they arrived, by which they are got."""
    putters: list[str] = field(default_factory=list)
    """Who put each."""
    got: int = 0
    """How many of them were got."""
    last: dict[str, bytes] = field(default_factory=dict)
    """The last message that each process got."""
    missed: set[str] = field(default_factory=set)
    """Processes whose last look brought nothing."""
    waiting: set[str] = field(default_factory=set)
    """Processes that wait for a message for ever."""


def signs(story: Story) -> Iterator[str]:
    """The signs in a story, the most telling first.

    ``missed-the-sign``
        a process got a sentinel, and waits for more;
    ``equals-nothing``
        a process got a bare ``object()``, which equals nothing else, and waits for more;
    ``sign-for-another``
        a child waits for a sentinel for ever, and others got theirs and have gone;
    ``nobody-said``
        a child waits for ever, and nobody has been told that no more will come;
    ``left-behind``
        the main process alone waits for ever, at a queue, and things were left in another one;
    ``waits-for-the-gone``
        the main process waits for ever, and no child is there that could put something;
    ``nothing-put``
        somebody waits for ever, and nobody has ever put anything;
    ``falsy-end``
        somebody got a message that is as good as false, and took it for the end;
    ``one-of-many``
        a child put a sentinel, and another one had more to put into the same queue;
    ``said-too-early``
        somebody put a sentinel before all was put that was to come;
    ``did-not-wait``
        somebody looked, found nothing, and went away.
    """
    lines = _lines(story)
    gone = {step.op.object for step in story.steps if step.op.kind == "process.exit"}
    waiting = {story.homes.get(wait.actor) for wait in story.waits}
    for line in lines.values():
        left = any(_left(other) for other in lines.values() if other is not line)
        if left and line.waiting == waiting == {"process-0"}:
            yield "left-behind"
        yield from _standing(line, gone)
    for line in lines.values():
        stopped = {who: message for who, message in line.last.items() if who not in line.waiting}
        if any(message in _NOTHINGS for message in stopped.values()):
            yield "falsy-end"
        ends = [number for number, message in enumerate(line.put) if message == _NONE]
        if ends and _one_of_many(line):
            yield "one-of-many"
        if ends and any(message != _NONE for message in line.put[ends[0] :]):
            yield "said-too-early"
        if line.missed - line.waiting:
            yield "did-not-wait"


def _lines(story: Story) -> dict[str, _Line]:
    """What went through each queue, by its name."""
    lines: dict[str, _Line] = {}
    for step in story.steps:
        name, home = step.op.object, story.homes.get(step.actor, "")
        if not name.startswith("queue-"):
            continue
        line = lines.setdefault(name, _Line())
        if step.op.kind == "channel.flush":
            line.put.append(bytes(step.op.argument))
            line.putters.append(home)
        elif step.op.kind in _LOOKS:
            (line.missed.discard if step.answer else line.missed.add)(home)
            if isinstance(step.answer, bytes):
                line.last[home] = bytes(step.answer)
                line.got += 1
    for wait in story.waits:
        if wait.op.object.startswith("queue-") and wait.op.kind in _LOOKS:
            lines.setdefault(wait.op.object, _Line()).waiting.add(story.homes.get(wait.actor, ""))
    return lines


def _left(line: _Line) -> bool:
    """Whether anything but sentinels was never got."""
    return any(message != _NONE for message in line.put[line.got :])


def _one_of_many(line: _Line) -> bool:
    """Whether something came of a child when another child had put a sentinel."""
    said: set[str] = set()
    for message, putter in zip(line.put, line.putters, strict=True):
        if message == _NONE:
            said |= {putter} - {"process-0"}
        elif said - {putter}:
            return True
    return False


def _standing(line: _Line, gone: set[str]) -> Iterator[str]:
    """Why one waits at a queue for ever."""
    if any(line.last.get(who) == _NONE for who in line.waiting):
        yield "missed-the-sign"
    elif any(line.last.get(who) == _OBJECT for who in line.waiting):
        yield "equals-nothing"
    elif line.waiting - {"process-0"}:
        others = line.last.keys() & gone - {"process-0"}
        yield "sign-for-another" if others else "nobody-said"
    elif line.waiting:
        yield "waits-for-the-gone"
    if line.waiting and not line.put:
        yield "nothing-put"
