"""Functions and what wraps them."""

from __future__ import annotations

import functools
import types
import weakref
from typing import Any

from autograder.explorer.memory.copier import Copier, way
from autograder.explorer.memory.uncopied import Uncopied


@way(types.FunctionType)
def _function(copier: Copier, value: types.FunctionType) -> types.FunctionType:
    """A function of the program's, or one that encloses something of the program's."""
    space = copier.spaces.get(id(value.__globals__))
    closure = value.__closure__
    if space is None:
        if closure is None:
            return value
        space = value.__globals__
    if closure is not None:
        closure = tuple([_cell(copier, each) for each in closure])
    copied = types.FunctionType(value.__code__, space, value.__name__, None, closure)
    copier.memo[id(value)] = copied
    if value.__defaults__:
        copied.__defaults__ = copier.copy(value.__defaults__)
    if value.__kwdefaults__:
        copied.__kwdefaults__ = copier.copy(value.__kwdefaults__)
    if value.__dict__:
        copied.__dict__.update(copier.copy(value.__dict__))
    if value.__qualname__ is not copied.__qualname__:
        copied.__qualname__ = value.__qualname__
    if value.__module__ is not copied.__module__:
        copied.__module__ = value.__module__
    if value.__doc__ is not copied.__doc__:
        copied.__doc__ = value.__doc__
    annotate = getattr(value, "__annotate__", None)
    if annotate is not None:
        copied.__annotate__ = copier.copy(annotate)  # type: ignore[attr-defined]
    elif value.__annotations__:
        copied.__annotations__ = copier.copy(value.__annotations__)
    return copied


@way(types.CellType)
def _cell(copier: Copier, value: types.CellType) -> types.CellType:
    found = copier.memo.get(id(value))
    if found is None:
        found = copier.memo[id(value)] = types.CellType()
        copier.cells.append((value, found))
    made: types.CellType = found
    return made


@way(types.MethodType)
def _method(copier: Copier, value: types.MethodType) -> Any:
    return types.MethodType(copier.copy(value.__func__), copier.copy(value.__self__))


@way(types.BuiltinFunctionType, types.MethodWrapperType)
def _builtin(copier: Copier, value: types.BuiltinFunctionType) -> Any:
    """A method of a list or the like; a plain function is nobody's."""
    owner = getattr(value, "__self__", None)
    copied = copier.copy(owner)
    return value if copied is owner else getattr(copied, value.__name__)


@way(staticmethod, classmethod)
def _wrapped(copier: Copier, value: Any) -> Any:
    copied = copier.memo[id(value)] = type(value)(copier.copy(value.__func__))
    return copied


@way(property)
def _property(copier: Copier, value: property) -> property:
    parts = copier.copy(value.fget), copier.copy(value.fset), copier.copy(value.fdel)
    copied = copier.memo[id(value)] = property(*parts, value.__doc__)
    return copied


@way(functools.partial)
def _partial(copier: Copier, value: functools.partial[Any]) -> functools.partial[Any]:
    parts, named = copier.copy(value.args), copier.temporary(value.keywords)
    copied = copier.memo[id(value)] = functools.partial(copier.copy(value.func), *parts, **named)
    return copied


@way(functools._lru_cache_wrapper)  # noqa: SLF001 - the type has no public name
def _cached(copier: Copier, value: Any) -> Any:
    """A function that remembers its results begins to do so anew."""
    again = functools.lru_cache(**value.cache_parameters())
    copied = copier.memo[id(value)] = again(copier.copy(value.__wrapped__))
    return copied


@way(weakref.ReferenceType)
def _reference(copier: Copier, value: weakref.ref[Any]) -> Any:
    target = value()
    return value if target is None else weakref.ref(copier.copy(target))


@way(types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
def _suspended(copier: Copier, value: Any) -> Any:
    """A function that stands in the middle of itself: it cannot be copied, only named."""
    name = f"a copy of {value.__qualname__}() in the middle of it"
    copied = copier.memo[id(value)] = Uncopied(name)
    return copied
