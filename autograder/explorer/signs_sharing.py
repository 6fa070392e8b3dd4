"""Signs of mistakes with what a manager keeps, found in one story; see :mod:`~autograder.explorer.signs`."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.explorer.calls import call_of
from autograder.explorer.families.cell import LOOKING
from autograder.explorer.reports import Story

_GOT_OUT = frozenset({"__getitem__", "get", "setdefault"})
_NESTED = ("[", "{")
"""How a list, a dictionary or a set begins when it is shown."""


def signs(story: Story) -> Iterator[str]:
    """The signs in a story.

    ``not-put-back``
        a child got a list, or the like, out of a manager's object, and put nothing in after it: what
        it got was a copy.
    """
    got_out: set[tuple[str | None, str]] = set()
    for step in story.steps:
        home, name = story.homes.get(step.actor), step.op.object
        if step.op.kind != "cell.call" or home == "process-0":
            continue
        call = call_of(step.op, step.answer)
        if call.method in _GOT_OUT:
            if call.value.startswith(_NESTED):
                got_out.add((home, name))
        elif step.op.argument[0] not in LOOKING:
            got_out.discard((home, name))
    if got_out:
        yield "not-put-back"
