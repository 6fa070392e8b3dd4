"""The disk: which path leads to which content, and which are folders.

``value`` is what each path leads to: the name of a content (see
:mod:`~autograder.explorer.families.file`) or :data:`FOLDER`; a path that it lacks leads nowhere. Its
operations are told apart path by path: who makes one file and who opens another have nothing in
common, and two who make files in one folder meet only if somebody lists it.

Opening a file that is there only looks at its path, whatever for; who empties it does that to its
content, which stays what it is when the file is renamed or removed.

An operation that fails counts as if it had succeeded, unless whatever made it fail is seen by all
who would have seen it succeed: otherwise the search would not learn what it can be tried before.
"""

from __future__ import annotations

import errno
import posixpath
from functools import cache
from typing import Any, NamedTuple

from autograder.explorer.operations import Access, Actor, Kind, Primitive

FOLDER = "/"
"""What the path of a folder leads to."""


class Failed(NamedTuple):
    """An answer: it did not work, and the operating system's reason."""

    errno: int


HOME = "/desk"
"""The folder in which every program runs and lies."""


@cache
def normal(path: str) -> str:
    """The absolute path that `path` is short for.

    >>> normal("data/../ticket"), normal("/tmp/x")
    ('/desk/ticket', '/tmp/x')
    """
    full = posixpath.normpath(posixpath.join(HOME, path))
    return full[1:] if full.startswith("//") else full


def parent(path: str) -> str:
    """The folder that `path` is in.

    >>> parent("/desk/data/ticket"), parent("/desk")
    ('/desk/data', '/')
    """
    return path.rpartition("/")[0] or "/"


def _names(disk: Primitive, folder: str) -> list[str]:
    start = folder.rstrip("/") + "/"
    return sorted(
        path[len(start) :]
        for path in disk.value
        if path.startswith(start) and path != start and "/" not in path[len(start) :]
    )


def _homeless(disk: Primitive, path: str) -> Failed | None:
    """Why nothing can be made at `path`, if that is so because of its folder."""
    folder = disk.value.get(parent(path))
    if folder == FOLDER:
        return None
    return Failed(errno.ENOENT if folder is None else errno.ENOTDIR)


def _look(disk: Primitive, _actor: Actor, path: str) -> str | None:
    """What a path leads to."""
    found: str | None = disk.value.get(path)
    return found


def _list(disk: Primitive, _actor: Actor, path: str) -> list[str] | Failed:
    """The names in a folder."""
    found = disk.value.get(path)
    if found == FOLDER:
        return _names(disk, path)
    return Failed(errno.ENOENT if found is None else errno.ENOTDIR)


def _create(disk: Primitive, _actor: Actor, argument: tuple[str, str]) -> Any:
    """Let a path that leads nowhere lead to an empty content; what it led to before."""
    path, content = argument
    before = disk.value.get(path)
    if before is None:
        homeless = _homeless(disk, path)
        if homeless is not None:
            return homeless
        disk.value[path] = content
    return before


def _make(disk: Primitive, _actor: Actor, path: str) -> Failed | None:
    """Make a folder."""
    if path in disk.value:
        return Failed(errno.EEXIST)
    homeless = _homeless(disk, path)
    if homeless is None:
        disk.value[path] = FOLDER
    return homeless


def _remove(disk: Primitive, _actor: Actor, path: str) -> Failed | None:
    """Remove a file."""
    found = disk.value.get(path)
    if found is None:
        return Failed(errno.ENOENT)
    if found == FOLDER:
        return Failed(errno.EISDIR)
    del disk.value[path]
    return None


def _unmake(disk: Primitive, _actor: Actor, path: str) -> Failed | None:
    """Remove an empty folder."""
    found = disk.value.get(path)
    if found is None:
        return Failed(errno.ENOENT)
    if found != FOLDER:
        return Failed(errno.ENOTDIR)
    if _names(disk, path):
        return Failed(errno.ENOTEMPTY)
    del disk.value[path]
    return None


def _move(disk: Primitive, _actor: Actor, argument: tuple[str, str]) -> Failed | None:
    """Let another path lead to what this one leads to, and this one nowhere, in one act.

    Folders cannot be moved; the answer is then that of another disk.
    """
    source, target = argument
    moved = disk.value.get(source)
    if moved is None:
        return Failed(errno.ENOENT)
    if moved == FOLDER:
        return Failed(errno.EXDEV)
    if disk.value.get(target) == FOLDER:
        return Failed(errno.EISDIR)
    homeless = _homeless(disk, target)
    if homeless is None:
        disk.value[target] = disk.value.pop(source)
    return homeless


def _looked(_disk: Primitive, _name: str, _actor: Actor, path: str) -> tuple[Access, ...]:
    return (Access(path, "disk.look"),)


def _listed(_disk: Primitive, _name: str, _actor: Actor, path: str) -> tuple[Access, ...]:
    return (Access(path, "disk.list"),)


def _pointed(path: str) -> tuple[Access, ...]:
    return (Access(path, "disk.point"), Access(parent(path), "disk.enter"))


def _came(disk: Primitive, path: str) -> tuple[Access, ...]:
    """What making something at `path` is to which paths."""
    return (Access(path, "disk.look"),) if path in disk.value else _pointed(path)


def _created(
    disk: Primitive, _name: str, _actor: Actor, argument: tuple[str, str]
) -> tuple[Access, ...]:
    return _came(disk, argument[0])


def _made(disk: Primitive, _name: str, _actor: Actor, path: str) -> tuple[Access, ...]:
    return _came(disk, path)


def _went(disk: Primitive, _name: str, _actor: Actor, path: str) -> tuple[Access, ...]:
    return _pointed(path) if path in disk.value else (Access(path, "disk.look"),)


def _moved(
    _disk: Primitive, _name: str, _actor: Actor, argument: tuple[str, str]
) -> tuple[Access, ...]:
    source, target = argument
    if source == target:
        return (Access(source, "disk.look"),)
    return (*_pointed(source), *_pointed(target))


KINDS = {
    "disk.look": Kind(_look, accesses=_looked, changes=False),
    "disk.list": Kind(_list, accesses=_listed, changes=False),
    "disk.create": Kind(_create, accesses=_created),
    "disk.make": Kind(_make, accesses=_made),
    "disk.remove": Kind(_remove, accesses=_went),
    "disk.unmake": Kind(_unmake, accesses=_went),
    "disk.move": Kind(_move, accesses=_moved),
}

ROWS = frozenset(
    {
        ("disk.enter", "disk.list"),
        ("disk.enter", "disk.point"),
        ("disk.list", "disk.point"),
        ("disk.look", "disk.point"),
        ("disk.point", "disk.point"),
    }
)
"""What the operations count as on a path, where the order matters: that it comes to lead elsewhere
(point), that a name appears in it or goes (enter), that its names are read, that it is looked at."""
