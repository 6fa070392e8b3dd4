"""What is inside of a value: all that code could change about it, as something that compares."""

from __future__ import annotations

import datetime as dt
import io
import re
import types
from array import array
from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from typing import Any

_PLAIN = (
    int, float, str, bytes, bool, type(None), complex, range, Decimal, Fraction, dt.date,
    dt.time, dt.timedelta,
)  # fmt: skip
_FIXED: tuple[type, ...] = (
    types.ModuleType, types.BuiltinFunctionType, types.GenericAlias, property, re.Pattern,
    staticmethod, classmethod, types.MemberDescriptorType, types.GetSetDescriptorType,
)  # fmt: skip
_MANY = (list, tuple, set, frozenset, deque, bytearray, array)
_CACHED = type(cache(len))
_MAIN = ("__main__", "__mp_main__")
_LARGEST = 2_000


class Insides:
    """Values, each as something that is equal as long as nothing about it has changed.

    What is shared may change, but not unseen: using it is an operation. So its name is enough.

    Example::

        before = Insides().of(namespace)
        work()
        changed = Insides().of(namespace) != before
    """

    __slots__ = ("_met", "unknown")

    def __init__(self) -> None:
        self.unknown: set[type] = set()
        """Types of what could not be looked into; such a value counts as itself."""
        self._met: dict[int, int] = {}

    def of(self, value: Any) -> Hashable:
        """All that is inside of `value`."""
        kind = type(value)
        if kind in _PLAIN:  # most values are; those of derived classes may have more inside
            plain: Hashable = value
            return plain
        if kind is types.FunctionType and _is_only_code(value):
            return id(value.__code__)
        told = getattr(kind, "__inside__", None)
        if told is not None:
            found: Hashable = told(value)
            return found
        shared = getattr(value, "_shared_name", None)
        if isinstance(shared, str):
            return ("shared", shared)
        if _is_fixed(value, kind):
            return id(value)
        before = self._met.get(id(value))
        if before is not None:
            return ("met", before)
        self._met[id(value)] = len(self._met)
        parts = _parts(value) if len(self._met) < _LARGEST else None
        if parts is None:
            self.unknown.add(kind)
            return id(value)
        return (kind.__qualname__, *map(self.of, parts))


def _parts(value: Any) -> Iterable[Any] | None:
    """All that `value` is made of; None if that is not known."""
    if isinstance(value, types.FunctionType):
        cells = [each.cell_contents for each in value.__closure__ or () if _is_full(each)]
        defaults = [*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]
        return [id(value.__code__), *cells, *defaults, *value.__dict__.values()]
    if isinstance(value, types.MethodType):
        return (value.__func__, value.__self__)
    if isinstance(value, type):
        own = value.__module__ in _MAIN
        named = value.__dict__.items()
        return [id(value), *(each for key, each in named if own and not _is_special(key))]
    content, state = _content(value), _state(value)
    if content is None:
        return None if state is None else [id(type(value)), *state]
    return [*content, *(state or ())]


def _content(value: Any) -> Sequence[Any] | None:
    """What `value` holds besides its attributes; None if it is of no kind that is known to hold anything.

    Values of derived classes count: a text may carry a number, too.
    """
    if isinstance(value, (dict, *_MANY)):
        return _held(value) if len(value) <= _LARGEST else None
    match value:
        case BaseException():
            return value.args
        case partial():
            return (value.func, value.args, value.keywords)
        case _CACHED():
            return (id(value), *value.cache_info())
        case io.StringIO() | io.BytesIO() if not value.closed:
            return (value.tell(), value.getvalue())
    for kind in _PLAIN:
        if isinstance(value, kind):
            in_words: Any = kind.__repr__
            return (in_words(value),)
    return None


def _held(value: Any) -> list[Any]:
    """What stands in a container, and what it makes of keys that it lacks."""
    if not isinstance(value, dict):
        return list(value)
    held = [part for item in value.items() for part in item]
    return [*held, value.default_factory] if isinstance(value, defaultdict) else held


def _state(value: Any) -> list[Any] | None:
    """The attributes of `value`, its classes' slots included; None if it can have none."""
    own = getattr(value, "__dict__", None)
    slots = [name for each in type(value).__mro__ for name in _slots(each)]
    if own is None and not slots:
        return None
    return [*(getattr(value, name, None) for name in slots), own]


def _slots(kind: type) -> list[str]:
    """The names of a class's slots as attributes have them."""
    slots = kind.__dict__.get("__slots__", ())
    named = (slots,) if isinstance(slots, str) else tuple(slots)
    return [
        f"_{kind.__name__.lstrip('_')}{name}"
        if name[:2] == "__" and not _is_special(name)
        else name
        for name in named
    ]


def _is_special(name: str) -> bool:
    return name[:2] == name[-2:] == "__"


def _is_fixed(value: Any, kind: type) -> bool:
    """Whether there is nothing inside that could change; a bare object, such as a sentinel, has nothing."""
    return (
        kind is object
        or isinstance(value, _FIXED)
        or kind.__module__.startswith("autograder.explorer.")
        or (kind is type and value.__module__ not in _MAIN)
    )


def _is_only_code(function: types.FunctionType) -> bool:
    """Whether a function has nothing about it that could change but its code."""
    return not (
        function.__closure__
        or function.__defaults__
        or function.__kwdefaults__
        or function.__dict__
    )


def _is_full(cell: types.CellType) -> bool:
    """Whether a variable that a function shares with the one around it has a value."""
    try:
        cell.cell_contents  # noqa: B018 - it raises if there is none
    except ValueError:
        return False
    return True
