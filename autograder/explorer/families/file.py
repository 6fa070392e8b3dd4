"""The contents of files.

``value`` is the bytes. Who has a file open goes on using its content, whatever becomes of its path.

Processes that share an open file, because one was forked from the other, share the position in it: a
thing of its own, whose ``value`` is the position and whose ``guard`` is the content.
"""

from __future__ import annotations

import errno
from typing import Any

from autograder.explorer.families.disk import Failed
from autograder.explorer.operations import Access, Actor, Kind, Primitive


def _read(content: Primitive, _actor: Actor, argument: tuple[int, int | None]) -> bytes:
    start, size = argument
    held: bytes = content.value
    return held[start:] if size is None else held[start : start + size]


def _write(content: Primitive, _actor: Actor, argument: tuple[int | None, bytes]) -> int:
    """Put bytes at a position, None for the end; the position after them."""
    start, data = argument
    held: bytes = content.value
    start = len(held) if start is None else start
    content.value = held[:start].ljust(start, b"\0") + data + held[start + len(data) :]
    return int(start + len(data))


def _cut(content: Primitive, _actor: Actor, argument: int) -> None:
    held: bytes = content.value
    content.value = held[:argument].ljust(argument, b"\0")


def _content(position: Primitive) -> Primitive:
    assert position.guard is not None
    return position.guard


def _read_on(position: Primitive, actor: Actor, size: int | None) -> bytes:
    """Read at the shared position."""
    data = _read(_content(position), actor, (position.value, size))
    position.value += len(data)
    return data


def _write_on(position: Primitive, actor: Actor, data: bytes) -> int:
    """Write at the shared position."""
    position.value = _write(_content(position), actor, (position.value, data))
    return int(position.value)


def _seek(position: Primitive, _actor: Actor, argument: tuple[int, int]) -> int | Failed:
    """Move the shared position, from the start (0), from itself (1) or from the end (2)."""
    offset, whence = argument
    start = (0, position.value, len(_content(position).value))[whence]
    if start + offset < 0:
        return Failed(errno.EINVAL)
    position.value = start + offset
    return int(position.value)


def _both(kind: str) -> Any:
    def accesses(
        position: Primitive, name: str, _actor: Actor, _argument: Any
    ) -> tuple[Access, ...]:
        return (Access(name, "file.seek"), Access(position.guard_name, kind))

    return accesses


KINDS = {
    "file.read": Kind(_read, commutes=frozenset({"file.read"}), changes=False),
    "file.write": Kind(_write),
    "file.cut": Kind(_cut),
    "file.read-on": Kind(_read_on, accesses=_both("file.read")),
    "file.write-on": Kind(_write_on, accesses=_both("file.write")),
    "file.seek": Kind(_seek, accesses=_both("file.read")),
}

ROWS = frozenset({("file.seek", "file.seek")})
"""Whatever is done at a shared position may move it."""
