"""The names by which spawned children find the locks that they were sent; gone when their maker ends.

``value`` is whether they are still there. To find is to read, to drop is to write.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import Access, Actor, Error, Kind, Primitive


def _find(names: Primitive, _actor: Actor, _argument: Any) -> Error | None:
    if names.value:
        return None
    return Error("FileNotFoundError", "[Errno 2] No such file or directory")


def _drop(names: Primitive, _actor: Actor, _argument: Any) -> None:
    names.value = False


def _finds(_names: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "cell.read"),)


def _drops(_names: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "cell.write"),)


KINDS = {
    "names.find": Kind(_find, changes=False, accesses=_finds),
    "names.drop": Kind(_drop, accesses=_drops),
}
