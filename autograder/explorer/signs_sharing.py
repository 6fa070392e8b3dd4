"""Signs of mistakes with what a manager keeps, found in one story; see :mod:`~autograder.explorer.signs`."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.explorer.calls import call_of
from autograder.explorer.families.cell import LOOKING
from autograder.explorer.reports import Story

_GOT_OUT = frozenset({"__getitem__", "get", "setdefault"})
_NESTED = ("[", "{")
"""How a list, a dictionary or a set begins when it is shown."""
_EMPTY = frozenset({"[]", "{}", "set()"})
_LOCKS = frozenset({"lock", "rlock", "semaphore", "bounded"})


def signs(story: Story) -> Iterator[str]:
    """The signs in a story.

    ``not-put-back``
        a child got a list, or the like, out of a manager's object, and put nothing in after it: what
        it got was a copy;
    ``begun-outside``
        a child began an empty list, or the like, without the lock that it took for what it did next.
    """
    got_out: set[tuple[str | None, str]] = set()
    holding: dict[str | None, int] = {}
    outside: set[str | None] = set()
    locked: set[str | None] = set()
    failed = None if story.failed is None else story.homes.get(story.failed)
    for step in story.steps:
        home, name = story.homes.get(step.actor), step.op.object
        family, _, act = step.op.kind.partition(".")
        took = act in ("acquire", "try") and step.answer is True
        if family in _LOCKS and not name.endswith("-size") and (took or act == "release"):
            holding[home] = holding.get(home, 0) + (1 if took else -1)
            locked.add(home)
        if step.op.kind != "cell.call" or home == "process-0":
            continue
        call = call_of(step.op, step.answer)
        if call.method in _GOT_OUT:
            if call.value.startswith(_NESTED) and home != failed:  # who fails had no time for it
                got_out.add((home, name))
        elif step.op.argument[0] not in LOOKING:
            got_out.discard((home, name))
        if call.writes and call.value in _EMPTY and holding.get(home, 0) <= 0:
            outside.add(home)
    if got_out:
        yield "not-put-back"
    if outside & locked:
        yield "begun-outside"
