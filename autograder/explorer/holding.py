"""Who has taken what, and has not given it back."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.explorer.operations import Actor
from autograder.explorer.reports import Step

_FAMILIES = frozenset({"lock", "rlock", "semaphore", "bounded"})


def holding(steps: Iterable[Step]) -> dict[str, dict[Actor, list[Step]]]:
    """What is held after `steps`: by the name of the thing, who has it, and the steps that took it.

    A plain lock may be given back by anybody; of the others everybody gives back their own.
    """
    found: dict[str, dict[Actor, list[Step]]] = {}
    for step in steps:
        family, _, act = step.op.kind.partition(".")
        if family not in _FAMILIES or step.op.object.endswith("-size"):
            continue
        takers = found.setdefault(step.op.object, {})
        if act in ("acquire", "try"):
            if step.answer is True:
                takers.setdefault(step.actor, []).append(step)
        elif act == "release":
            count = step.op.argument if family == "semaphore" else 1
            for giver in list(takers) if family == "lock" else [step.actor]:
                del takers.get(giver, [])[-(count or 1) :]
    return {
        name: {actor: taken for actor, taken in takers.items() if taken}
        for name, takers in found.items()
    }
