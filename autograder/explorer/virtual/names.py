"""Locks on their way to a spawned child, which finds them by name.

Whoever made a lock takes its name away when it ends, *before* it waits for its children. A child that
has not yet found the locks it was sent by then ends with a FileNotFoundError. That is what happens to
a program that starts children and does not join them.

The names are only reckoned with where that can happen, which the exploration learns when it does.
"""

from __future__ import annotations

from collections.abc import Iterable

from autograder.explorer.actors import Process
from autograder.explorer.doing import current, do
from autograder.explorer.operations import Primitive

EARLY = "early"
"""The fact, to be learned, that a process ends before its children have found their locks."""


def sent(name: str) -> None:
    """The shared thing `name`, which has a name in the system, is being sent to a child."""
    found = current().extras.get("names sent")
    if found is not None:
        found.add(name.rpartition("-")[2].partition(":")[0])


def find(child: Process, makers: Iterable[str]) -> None:
    """Let `child` find what it was sent, by the paths of the processes that made it.

    Raises:
        FileNotFoundError: if one of them has taken the names away.
    """
    if EARLY in child.machine.registry.learned:
        for maker in sorted(makers):
            do("names.find", f"names-{maker}")


def drop(process: Process, alive: Iterable[Process]) -> None:
    """Take away the names of all that `process` made, while `alive` children may look for them."""
    searching = [each for each in alive if process.path in each.extras.get("names", ())]
    if all(each.daemon for each in searching):
        return  # they are about to be terminated
    machine = process.machine
    if EARLY not in machine.registry.learned:
        machine.learn(EARLY)
    do("names.drop", f"names-{process.path}")


def keep(child: Process, makers: set[str]) -> None:
    """Note the names that `child` is going to look for."""
    child.extras["names"] = makers
    things = child.machine.world.primitives
    for maker in makers:
        things.setdefault(f"names-{maker}", Primitive("names", True))
