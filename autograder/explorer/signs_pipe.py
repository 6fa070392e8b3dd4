"""Signs of well-known mistakes with pipes: ends left open, ends missed, answers taken by the wrong process.

Looked for in one story, as all signs are (:mod:`~autograder.explorer.signs`). Of a queue's own pipe
nothing is said here.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator

from autograder.explorer.families import KINDS
from autograder.explorer.operations import Error
from autograder.explorer.reports import Step, Story
from autograder.explorer.source import Program

_RECEIVES = frozenset({"channel.recv", "channel.ready"})
_SENDS = frozenset({"channel.begin", "channel.send", "channel.taken"})
_LOCKS = frozenset({"lock", "rlock", "semaphore", "bounded"})
_FAILURES = {
    "OSError: handle is closed": "closed-here",
    "OSError: connection is write-only": "one-way",
    "OSError: connection is read-only": "one-way",
    "_pickle.UnpicklingError: pickle data was truncated": "mixed-bytes",
}
"""Mistakes that an exception's own words name."""
_EMPTY: tuple[object, ...] = (None, 0, "", False, [], (), {})
_NOTHINGS = frozenset(pickle.dumps(each) for each in _EMPTY)
"""Messages that are easily taken for the end."""


def signs(story: Story, _program: Program) -> Iterator[str]:
    """The signs in a story, the most telling first.

    ``mixed-up``
        several asked and were answered through one end, and took no lock for it;
    ``half-locked``
        they took it to ask, or to be answered, and not for both;
    ``let-go``
        they gave it back in between;
    ``own-locks``
        each took a lock of their own for it;
    ``past-the-end``
        somebody met the end of a pipe, and went on as if more could come;
    ``gave-up``
        somebody looked once, saw nothing, and never received what came later;
    ``stopped-at-nothing``
        somebody received None, or what is as good as false, and took it for the end;
    ``both-receive``, ``both-send``
        each waits for the other to send, or to receive, first;
    ``end-kept-by-reader``
        one waits for an end that cannot come, because it has a sending end open itself;
    ``end-kept-open``
        one waits for an end that cannot come, because another has a sending end open;
    ``closed-here``, ``one-way``
        an end was used after it had been closed, or in the direction in which it does not work;
    ``mixed-bytes``
        two sent into one end at once, one of them a long message, and what arrived was none;
    ``wrong-end``
        somebody received where nobody sends, and nobody received where somebody sends;
    ``peer-gone``
        a child with whom its parent still wanted to speak had ended.
    """
    steps = [step for step in story.steps if _is_own(step)]
    yield from (sign for sign in _shared(story) if sign != "kept")
    yield from _ends_missed(story, steps)
    yield from _standing(story)
    yield from (sign for words, sign in _FAILURES.items() if story.failure.startswith(words))
    if _wrong_end(story, steps):
        yield "wrong-end"
    if _peer_gone(story, steps):
        yield "peer-gone"


def _is_own(step: Step) -> bool:
    """Whether some line of the program did it to a pipe."""
    return bool(step.line) and _of_pipe(step.op.object) and step.op.kind.startswith("channel.")


def _of_pipe(name: str) -> bool:
    return name.startswith("pipe-")


# --- The end of a pipe ---------------------------------------------------------------------------


def _ends_missed(story: Story, steps: list[Step]) -> Iterator[str]:
    """Who took the end for nothing, or something for the end."""
    ended: set[tuple[str | None, str]] = set()
    last: dict[tuple[str | None, str], Step] = {}
    past = False
    for step in steps:
        home = story.homes.get(step.actor)
        key = (home, step.op.object)
        if step.op.kind in _RECEIVES or step.op.kind == "channel.poll":
            past = past or key in ended
            last[key] = step
        if _is_end(step):
            ended.add(key)
        elif step.op.kind in _SENDS and isinstance(step.answer, Error):
            past = past or any(who == home for who, _ in ended)
    past = past or any(
        wait.spins and wait.op.kind in _RECEIVES and _of_pipe(wait.op.object)
        for wait in story.waits
    )
    if past:
        yield "past-the-end"
    # A failing process never came to its next look.
    failed = story.homes.get(story.failed) if story.failed is not None else None
    looks = [step for (home, _), step in last.items() if home != failed]
    if any(step.op.kind == "channel.poll" and step.answer is False for step in looks):
        yield "gave-up"
    if any(step.op.kind == "channel.recv" and step.answer in _NOTHINGS for step in looks):
        yield "stopped-at-nothing"


def _is_end(step: Step) -> bool:
    return (
        step.op.kind == "channel.recv"
        and isinstance(step.answer, Error)
        and step.answer.name == "EOFError"
    )


# --- Standstills ---------------------------------------------------------------------------------


def _standing(story: Story) -> Iterator[str]:
    """Who waits for ever at a pipe, and why."""
    waits = [wait for wait in story.waits if _of_pipe(wait.op.object) and not wait.spins]
    receiving = {story.homes.get(wait.actor) for wait in waits if wait.op.kind in _RECEIVES}
    if len(receiving) > 1:
        yield "both-receive"
    if len({story.homes.get(wait.actor) for wait in waits if wait.op.kind in _SENDS}) > 1:
        yield "both-send"
    for wait in waits:
        if wait.op.kind in _RECEIVES and wait.open_in:
            own = wait.actor in wait.open_in
            yield "end-kept-by-reader" if own else "end-kept-open"


# --- The other side ------------------------------------------------------------------------------


def _wrong_end(story: Story, steps: list[Step]) -> bool:
    """Whether what was sent arrived nowhere, and somebody received where nothing was sent."""
    sent = {step.op.object for step in steps if step.op.kind == "channel.send"}
    received = {step.op.object for step in steps if step.op.kind == "channel.recv"}
    received |= {wait.op.object for wait in story.waits if wait.op.kind in _RECEIVES}
    return bool(sent - received) and any(_of_pipe(name) for name in received - sent)


def _peer_gone(story: Story, steps: list[Step]) -> bool:
    """Whether a process failed of the end of a child's pipe, having asked, or wanting to send, in vain."""
    if not story.failure.startswith(("EOFError", "BrokenPipeError")):
        return False
    parent = story.homes.get(story.failed or 0)
    acts = [step.op.kind for step in steps if story.homes.get(step.actor) == parent]
    if acts[-1:] == ["channel.recv"] and acts[-2:-1] != ["channel.send"]:
        return False
    gone: set[str | None] = {
        step.op.object for step in story.steps if step.op.kind == "process.exit"
    }
    gone |= {
        story.homes.get(step.actor) for step in steps if step.op.kind == "channel.close-writer"
    }
    spoke = {story.homes.get(step.actor) for step in steps if step.op.kind in _RECEIVES | _SENDS}
    return any(_parent(child) == parent for child in gone & spoke if child is not None)


def _parent(home: str) -> str:
    """Who started a process, by their names as shared things.

    >>> _parent("process-0.2")
    'process-0'
    """
    return home.rpartition(".")[0]


# --- One end for several -------------------------------------------------------------------------

_Holds = frozenset[tuple[str, int]]
"""Locks that are held, each with the step at which it was taken."""


def _shared(story: Story) -> Iterator[str]:
    """How several who ask through one end, and are answered through it, keep apart."""
    asked: dict[str | None, dict[str, _Holds]] = {}
    answered: dict[str, dict[str | None, list[tuple[_Holds, _Holds]]]] = {}
    askers: dict[str, set[str | None]] = {}
    for step, home, holds in _with_locks(story):
        if step.op.kind == "channel.send":
            asked.setdefault(home, {})[step.op.object] = holds
            askers.setdefault(step.op.object, set()).add(home)
        elif step.op.kind == "channel.recv":
            for pipe, before in asked.pop(home, {}).items():
                answered.setdefault(pipe, {}).setdefault(home, []).append((before, holds))
    for pipe, by_home in answered.items():
        if len(askers[pipe]) > 1:
            yield from (_kept(*each) for rounds in by_home.values() for each in rounds)
            if len(by_home) > 1 and not frozenset.intersection(*map(_names, by_home.values())):
                yield "own-locks"


def _with_locks(story: Story) -> Iterator[tuple[Step, str | None, _Holds]]:
    """What was done to pipes, by which process, and the locks that it held."""
    held: dict[str | None, dict[str, int]] = {}
    for number, step in enumerate(story.steps):
        home, name = story.homes.get(step.actor), step.op.object
        family, _, act = step.op.kind.partition(".")
        if family in _LOCKS and act == "release":
            held.get(home, {}).pop(name, None)
        elif family in _LOCKS and step.answer is True and KINDS[step.op.kind].changes:
            held.setdefault(home, {})[name] = number
        elif _is_own(step):
            yield step, home, frozenset(held.get(home, {}).items())


def _kept(asking: _Holds, answered: _Holds) -> str:
    """What is to be said of the locks held when one asked and when one was answered."""
    if asking & answered:
        return "kept"
    if not asking and not answered:
        return "mixed-up"
    return "let-go" if asking and answered else "half-locked"


def _names(rounds: list[tuple[_Holds, _Holds]]) -> frozenset[str]:
    """The locks that were held all the time in some round."""
    return frozenset(name for asking, answered in rounds for name, _ in asking & answered)
