"""Plain data as JSON: what crosses between the learner's process and ours.

Never pickle: unpickling runs code. JSON alone would lose tuples, sets, bytes and keys that are not
strings, so those are written as an object with one key that begins with ``$``.
"""

from __future__ import annotations

import math
from typing import Any

MAX_DEPTH = 50


class NotPlainError(TypeError):
    """A value that is not made of None, bool, int, float, str, bytes, list, tuple, dict and set."""


def encode(value: Any, depth: int = 0) -> Any:
    """`value` as something :mod:`json` can write.

    Raises:
        NotPlainError: if there is anything else in it, or it is nested deeper than
            :data:`MAX_DEPTH`; its text is the name of the offending type.

    >>> encode((1, {2: "a"}))
    {'$tuple': [1, {'$dict': [[2, 'a']]}]}
    """
    if depth > MAX_DEPTH:
        raise NotPlainError("nested")
    # Exact types: a subclass may carry behaviour of its own, and plain data has none.
    kind = type(value)
    if value is None or kind in (bool, int, str):
        return value
    if kind is float:
        return value if math.isfinite(value) else {"$float": repr(value)}
    if kind is bytes:
        return {"$bytes": value.hex()}
    if kind is list:
        return [encode(item, depth + 1) for item in value]
    if kind in (tuple, set, frozenset):
        return {f"${kind.__name__}": [encode(item, depth + 1) for item in value]}
    if kind is dict:
        return {"$dict": [[encode(k, depth + 1), encode(v, depth + 1)] for k, v in value.items()]}
    raise NotPlainError(kind.__name__)


def decode(data: Any, depth: int = 0) -> Any:
    """The value that :func:`encode` wrote.

    Raises:
        NotPlainError: if `data` is not of that form.

    >>> decode(encode({"a": (1, 2.5), "b": {3}})) == {"a": (1, 2.5), "b": {3}}
    True
    """
    if depth > 2 * MAX_DEPTH:
        raise NotPlainError("nested")
    if isinstance(data, list):
        return [decode(item, depth + 1) for item in data]
    if not isinstance(data, dict):
        return data
    if len(data) != 1:
        raise NotPlainError("object")
    ((tag, content),) = data.items()
    try:
        match tag:
            case "$tuple":
                return tuple(decode(item, depth + 1) for item in content)
            case "$set":
                return {decode(item, depth + 1) for item in content}
            case "$frozenset":
                return frozenset(decode(item, depth + 1) for item in content)
            case "$dict":
                return {decode(k, depth + 1): decode(v, depth + 1) for k, v in content}
            case "$float":
                return float(content)
            case "$bytes":
                return bytes.fromhex(content)
    except (TypeError, ValueError) as error:
        raise NotPlainError(tag) from error
    raise NotPlainError(str(tag))


def same(left: Any, right: Any) -> bool:
    """Whether two answers mean the same: lists and tuples are alike, floats to nine digits.

    >>> same([("A", 0, 3)], (("A", 0, 3.0),)), same([1], {1})
    (True, False)
    """
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[k], right[k]) for k in left)
    numbers = (int, float)
    if isinstance(left, numbers) and isinstance(right, numbers):
        return left == right or math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)
    return type(left) is type(right) and bool(left == right)
