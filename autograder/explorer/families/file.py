"""Files: names that point to contents, and the contents.

A name's ``value`` is the number of the content that it points to, or None; a content's is its bytes.
Opening a file that is there only looks at its name, so that who empties it and who renames it are
told apart, as on a real disk. A folder's ``value`` is the set of names in it.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import Actor, Kind, Primitive


def _look(name: Primitive, _actor: Actor, _argument: Any) -> Any:
    return name.value


def _point(name: Primitive, _actor: Actor, argument: Any) -> Any:
    """Point somewhere else, unless it points already and must not; where it pointed before."""
    before, (target, only_if_new) = name.value, argument
    if before is None or not only_if_new:
        name.value = target
    return before


def _read(content: Primitive, _actor: Actor, argument: Any) -> bytes:
    start, size = argument
    held: bytes = content.value
    return held[start:] if size is None else held[start : start + size]


def _write(content: Primitive, _actor: Actor, argument: Any) -> int:
    """Put bytes at a position, None for the end; the position after them."""
    start, data = argument
    held: bytes = content.value
    start = len(held) if start is None else start
    content.value = held[:start].ljust(start, b"\0") + data + held[start + len(data) :]
    return int(start + len(data))


def _cut(content: Primitive, _actor: Actor, argument: Any) -> None:
    held: bytes = content.value
    content.value = held[:argument].ljust(argument, b"\0")


KINDS = {
    "file.look": Kind(_look, commutes=frozenset({"file.look"}), changes=False),
    "file.point": Kind(_point),
    "file.read": Kind(_read, commutes=frozenset({"file.read"}), changes=False),
    "file.write": Kind(_write),
    "file.cut": Kind(_cut),
}
