"""Smaller versions of an input, to find the smallest one that still fails.

After Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (2002), for plain
data: drop elements of sequences, bring numbers nearer to 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any


def smaller(value: Any) -> Iterator[Any]:
    """Versions of `value` that are a step smaller, the boldest first.

    >>> list(smaller([5, 1]))
    [[1], [5], [0, 1], [2, 1], [4, 1], [5, 0]]
    """
    kind = type(value)
    if kind in (list, tuple):
        # A tuple that is a record keeps its length: its places mean something.
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


def smaller_call(arguments: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Versions of a call's arguments that are a step smaller, as many arguments as before.

    >>> list(smaller_call(([7], 1)))
    [([], 1), ([0], 1), ([3], 1), ([6], 1), ([7], 0)]
    """
    for index, argument in enumerate(arguments):
        for less in smaller(argument):
            yield (*arguments[:index], less, *arguments[index + 1 :])


def _is_row(value: tuple[Any, ...]) -> bool:
    """Whether a tuple is a row of like things, which may lose one, and not a record."""
    return bool(value) and all(type(item) in (tuple, list) for item in value)


def smallest_call(
    start: tuple[Any, ...], still_fails: Callable[[tuple[Any, ...]], bool], budget: int = 300
) -> tuple[Any, ...]:
    """The smallest version of a call for which `still_fails`, found within `budget` tries.

    >>> smallest_call(([9, 4, 7],), lambda call: sum(call[0]) > 5)
    ([6],)
    """
    current = start
    found = True
    while found:
        found = False
        for candidate in smaller_call(current):
            if budget <= 0:
                return current
            budget -= 1
            if still_fails(candidate):
                current, found = candidate, True
                break
    return current
