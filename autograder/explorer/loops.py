"""How far loops have got: a loop's own iterator is nowhere to be found while it goes on.

A program is compiled so that its loops go through :func:`counted` iterators (see
:mod:`~autograder.explorer.source`). Only so can a loop that looks forty times at the same thing be
told from one that looks until it changes; see :mod:`~autograder.explorer.waiting`.
"""

from __future__ import annotations

import builtins
import weakref
from collections.abc import Callable, Iterable
from itertools import count
from operator import itemgetter
from typing import Any

from autograder.explorer.doing import here

_MANY = 32
_Calls = type(iter(int, 1))


class Turns(builtins.map):  # type: ignore[type-arg]
    """An iterator and how many turns it has taken."""

    __slots__ = ("__weakref__", "turn")
    turn: count[int]

    def __inside__(self) -> str:
        """The turn, to be compared."""
        return repr(self.turn)


def counted(iterable: Iterable[Any]) -> Iterable[Any]:
    """`iterable`, whose turns are counted as long as somebody goes through it."""
    try:
        items = iter(iterable)
    except TypeError:
        return iterable  # whoever goes through it complains better
    if here.task is None or items.__class__ is _Calls:
        return items  # a call as good as any other: it keeps no count
    turn = count()
    made = Turns(_first, zip(items, turn))  # noqa: B905 - one never ends
    made.turn = turn
    loops = here.task.loops
    if len(loops) > _MANY:
        loops[:] = [each for each in loops if each() is not None]
    loops.append(weakref.ref(made))
    return made


_first = itemgetter(0)


def turns(loops: list[weakref.ref[Turns]]) -> tuple[str, ...]:
    """How far each of these loops has got that still go on."""
    going = [each() for each in loops]
    return tuple([repr(each.turn) for each in going if each is not None])


class Map(builtins.map):  # type: ignore[type-arg]
    """The builtin ``map``, which goes through counted iterators."""

    __slots__ = ()

    def __new__(cls, function: Callable[..., Any], /, *iterables: Iterable[Any]) -> Any:
        """As the real one."""
        return super().__new__(cls, function, *builtins.map(counted, iterables))


class Filter(builtins.filter):  # type: ignore[type-arg]
    """The builtin ``filter``, which goes through a counted iterator."""

    __slots__ = ()

    def __new__(cls, function: Callable[..., Any] | None, iterable: Iterable[Any], /) -> Any:
        """As the real one."""
        return super().__new__(cls, function, counted(iterable))


for _class, _name in ((Map, "map"), (Filter, "filter")):
    _class.__name__ = _class.__qualname__ = _name
    _class.__module__ = "builtins"
