"""Smaller versions of an input, to find the smallest one that still fails.

After Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (2002), for plain
data: drop elements of sequences, bring numbers nearer to 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")


def smaller(value: Any) -> Iterator[Any]:
    """Versions of `value` that are a step smaller, the boldest first.

    >>> list(smaller([5, 1]))
    [[1], [5], [0, 1], [2, 1], [4, 1], [5, 0]]
    """
    kind = type(value)
    if kind in (list, tuple):
        # A tuple of arguments, or a record, keeps its length: its places mean something.
        if kind is list or _is_row(value):
            for index in range(len(value)):
                yield value[:index] + value[index + 1 :]
        for index, item in enumerate(value):
            for less in smaller(item):
                yield value[:index] + kind([less]) + value[index + 1 :]
    elif kind is dict:
        for key in value:
            yield {k: v for k, v in value.items() if k != key}
    elif kind is int:
        yield from dict.fromkeys(n for n in (0, value // 2, value - 1) if 0 <= n < value)
    elif kind is float and value > 0:
        yield from dict.fromkeys(n for n in (0.0, float(int(value))) if n < value)


def _is_row(value: tuple[Any, ...]) -> bool:
    """Whether a tuple is a row of like things, which may lose one, and not a record."""
    return bool(value) and all(type(item) in (tuple, list) for item in value)


def smallest(start: T, still_fails: Callable[[T], bool], budget: int = 300) -> T:
    """The smallest version of `start` for which `still_fails`, found within `budget` tries.

    >>> smallest([9, 4, 7], lambda numbers: sum(numbers) > 5)
    [6]
    """
    current = start
    found = True
    while found:
        found = False
        for candidate in smaller(current):
            if budget <= 0:
                return current
            budget -= 1
            if still_fails(candidate):
                current, found = candidate, True
                break
    return current
