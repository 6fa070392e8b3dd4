"""Lists, dictionaries and the like, and classes that inherit from them."""

from __future__ import annotations

import collections
import io
from collections.abc import Callable
from typing import Any

from autograder.explorer.memory.copier import ATOMS, BASES, Copier, Maker, way


def base(kind: type) -> Callable[[Maker], Maker]:
    """The function below makes instances of classes that inherit from `kind`."""

    def register(maker: Maker) -> Maker:
        BASES[kind] = maker
        return maker

    return register


def _same(one: Any, other: Any) -> bool:
    return one is other


@way(list)
def _list(copier: Copier, value: list[Any]) -> list[Any]:
    copied: list[Any] = []
    copier.memo[id(value)] = copied
    copied += [each if type(each) in ATOMS else copier.copy(each) for each in value]
    return copied


@way(tuple)
def _tuple(copier: Copier, value: tuple[Any, ...]) -> tuple[Any, ...]:
    copied = tuple([each if type(each) in ATOMS else copier.copy(each) for each in value])
    if all(map(_same, copied, value)):
        return value
    made: tuple[Any, ...] = copier.memo.setdefault(id(value), copied)
    return made


@way(dict)
def _dict(copier: Copier, value: dict[Any, Any]) -> dict[Any, Any]:
    copied: dict[Any, Any] = {}
    copier.memo[id(value)] = copied
    copier.fill(copied, value, value)
    return copied


@way(set)
def _set(copier: Copier, value: set[Any]) -> set[Any]:
    copied: set[Any] = set()
    copier.memo[id(value)] = copied
    copier.fill_set(copied, value)
    return copied


@way(io.StringIO, io.BytesIO)
def _file(copier: Copier, value: Any) -> Any:
    if not value.closed:
        return copier.reduced(value)
    copied = copier.memo[id(value)] = type(value)()
    copied.close()
    return copied


@way(frozenset)
def _frozenset(copier: Copier, value: frozenset[Any]) -> frozenset[Any]:
    elements = [copier.copy(each) for each in value]
    if all(map(_same, elements, value)):
        return value
    copier.finish()
    copied = frozenset(elements)
    copier.memo[id(value)] = copied
    return copied


@base(list)
def _new_list(copier: Copier, value: Any, kind: type) -> Any:
    copied: Any = list.__new__(kind)
    copier.memo[id(value)] = copied
    list.extend(copied, [copier.copy(each) for each in list.__iter__(value)])
    return copied


@base(dict)
def _new_dict(copier: Copier, value: Any, kind: type) -> Any:
    copied: Any = dict.__new__(kind)
    copier.memo[id(value)] = copied
    copier.fill(copied, value, list(dict.__iter__(value)))
    return copied


@base(collections.defaultdict)
def _new_default(copier: Copier, value: Any, kind: type) -> Any:
    copied: Any = collections.defaultdict.__new__(kind)
    copier.memo[id(value)] = copied
    collections.defaultdict.__init__(copied, copier.copy(value.default_factory))
    copier.fill(copied, value, list(dict.__iter__(value)))
    return copied


@base(collections.OrderedDict)
def _new_ordered(copier: Copier, value: Any, kind: type) -> Any:
    copied: Any = collections.OrderedDict.__new__(kind)
    copier.memo[id(value)] = copied
    pairs = [(copier.copy(key), copier.copy(dict.__getitem__(value, key))) for key in value]
    copier.finish()
    for key, each in pairs:
        collections.OrderedDict.__setitem__(copied, key, each)
    return copied


@base(set)
def _new_set(copier: Copier, value: Any, kind: type) -> Any:
    copied: Any = set.__new__(kind)
    copier.memo[id(value)] = copied
    copier.fill_set(copied, set.__iter__(value))
    return copied


@base(collections.deque)
def _new_deque(copier: Copier, value: Any, kind: type) -> Any:
    copied: Any = collections.deque.__new__(kind)
    copier.memo[id(value)] = copied
    collections.deque.__init__(copied, [], value.maxlen)
    collections.deque.extend(copied, [copier.copy(each) for each in value])
    return copied


@base(bytearray)
def _new_bytes(copier: Copier, value: Any, kind: type) -> Any:
    copied: Any = bytearray.__new__(kind)
    copier.memo[id(value)] = copied
    bytearray.__init__(copied, value)
    return copied


@base(tuple)
def _new_tuple(copier: Copier, value: Any, kind: type) -> Any:
    elements = [copier.copy(each) for each in tuple.__iter__(value)]
    return copier.memo.setdefault(id(value), tuple.__new__(kind, elements))


@base(BaseException)
def _new_error(copier: Copier, value: Any, kind: type) -> Any:
    copied: Any = kind.__new__(kind, *copier.copy(value.args))
    copier.memo[id(value)] = copied
    copied.args = copier.copy(value.args)
    copied.__cause__, copied.__context__ = (
        copier.copy(value.__cause__),
        copier.copy(value.__context__),
    )
    copied.__suppress_context__ = value.__suppress_context__
    return copied


def _new_atom(kind: type) -> Maker:
    def new(copier: Copier, value: Any, new_kind: type) -> Any:
        copied: Any = kind.__new__(new_kind, value)
        copier.memo[id(value)] = copied
        return copied

    return new


BASES.update((each, _new_atom(each)) for each in (int, float, complex, str, bytes, frozenset))
