"""The tasks that ``map`` and its like are cut into, and what a worker does with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, starmap
from typing import Any


def each(func: Any, values: tuple[Any, ...]) -> list[Any]:
    """The function's results for a chunk."""
    return [func(value) for value in values]


def each_unpacked(func: Any, values: tuple[Any, ...]) -> list[Any]:
    """The same, with each entry unpacked as arguments."""
    return list(starmap(func, values))


def _raise(error: BaseException) -> None:
    raise error


def chunks(func: Any, values: Iterable[Any], size: int) -> Iterator[tuple[Any, ...]]:
    """The arguments in chunks of `size`, each with the function that they are for."""
    left = iter(values)
    while chunk := tuple(islice(left, size)):
        yield func, chunk


def guarded(func: Any, iterable: Iterable[Any], size: int) -> Iterator[tuple[Any, ...]]:
    """The tasks of an ``imap``; an exception of the iterable is the last one's result."""
    try:
        if size == 1:
            yield from ((func, (value,), {}) for value in iterable)
        else:
            yield from ((each, chunk, {}) for chunk in chunks(func, iterable, size))
    except Exception as error:  # noqa: BLE001 - whatever the iterable raises
        yield _raise, (error,), {}
