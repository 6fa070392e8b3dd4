"""The copier: what is copied how, objects by their structure, classes with their members."""

from __future__ import annotations

import abc
import dataclasses
import enum
import types
import warnings
from collections.abc import Callable, Iterable
from typing import Any

from autograder.explorer.memory.uncopied import Uncopied

_NOTHING = object()
_MEMBERS = types.MemberDescriptorType
_NOT_COPIED = frozenset({"__dict__", "__weakref__", "__abstractmethods__", "_abc_impl", "__doc__"})
_KEPT_MODULES = ("typing", "inspect", "greenlet", "_thread", "ast", "re")
"""Modules whose objects never change, or belong to nobody."""
_OURS = "autograder.explorer."
_VIRTUAL = "autograder.explorer.virtual."

ATOMS = frozenset(
    {
        int, float, complex, bool, str, bytes, object, range, type(None), type(...),
        type(NotImplemented), types.CodeType, types.GetSetDescriptorType, types.GenericAlias,
        types.UnionType, types.WrapperDescriptorType, types.MethodDescriptorType,
        types.ClassMethodDescriptorType, types.MappingProxyType, types.FrameType,
        types.TracebackType, _MEMBERS,
    }
)  # fmt: skip
"""Types whose instances cannot change, or which no program changes."""

Way = Callable[["Copier", Any], Any]
WAYS: dict[type, Way] = {}
"""How the instances of exactly these types are copied."""
Maker = Callable[["Copier", Any, type], Any]
BASES: dict[type, Maker] = {object: lambda _copier, value, _kind: value}
"""How an instance of a class is made that inherits from something built in."""


def way(*kinds: type) -> Callable[[Way], Way]:
    """The function below copies instances of exactly `kinds`."""

    def register(function: Way) -> Way:
        for kind in kinds:
            WAYS[kind] = function
        return function

    return register


def _kept(_copier: Copier, value: Any) -> Any:
    return value


WAYS[types.ModuleType] = _kept


class Copier:
    """Copies things, each of them once.

    Args:
        spaces: The namespaces whose functions and classes are the program's own: the old dictionary
            and the new one, for each module.
        names: The names of those modules.
    """

    def __init__(
        self, spaces: Iterable[tuple[dict[str, Any], dict[str, Any]]], names: Iterable[str]
    ) -> None:
        self.memo: dict[int, Any] = {}
        """The copy of everything that was copied, by the identity of the original."""
        self._names = frozenset(names)
        self.spaces = {id(old): new for old, new in spaces}
        self._classes: list[tuple[type, type]] = []
        self.cells: list[tuple[types.CellType, types.CellType]] = []
        self._fills: list[Callable[[], None]] = []
        self._alive: list[Any] = []
        self._ways: dict[type, Way] = {}

    def __call__(self, value: Any) -> Any:
        """The copy of `value`; complete only after :meth:`finish`."""
        return self.copy(value)

    def copy(self, value: Any) -> Any:
        """The same by name: deep data need calls that cost no stack of the interpreter's own."""
        kind = type(value)
        if kind in ATOMS:
            return value
        found = self.memo.get(id(value), _NOTHING)
        if found is not _NOTHING:
            return found
        way = WAYS.get(kind) or self._ways.get(kind) or self._way(kind)
        return way(self, value)

    def temporary(self, value: Any) -> Any:
        """The copy of something that nobody else holds."""
        self._alive.append(value)
        return self.copy(value)

    def finish(self) -> None:
        """Fill what could not be filled before all classes were there."""
        while self._classes or self.cells or self._fills:
            if self.cells:
                old, new = self.cells.pop()
                try:
                    new.cell_contents = self.copy(old.cell_contents)
                except ValueError:
                    continue  # an empty cell
            elif self._classes:
                self._fill_class(*self._classes.pop(0))
            else:
                self._fills.pop(0)()

    # --- Objects --------------------------------------------------------------------------------

    def _way(self, kind: type) -> Way:
        """How the instances of a class are copied."""
        way: Way = Copier.reduced
        if hasattr(kind, "__fork__"):
            way = Copier._by_itself
        elif issubclass(kind, type):
            way = Copier.class_
        elif self._stays(kind):
            way = _kept
        elif _is_python(kind) or any(each in BASES for each in kind.__mro__[:-1]):
            way = Copier.structure
        self._ways[kind] = way
        return way

    def _stays(self, kind: type) -> bool:
        """Whether instances of a class belong to nobody, or to the explorer."""
        module = getattr(kind, "__module__", None) or ""
        return (
            issubclass(kind, types.ModuleType)
            or module.partition(".")[0] in _KEPT_MODULES
            or (module.startswith(_OURS) and not module.startswith(_VIRTUAL))
            or (module == "dataclasses" and kind is not dataclasses.Field)
            or (isinstance(kind, enum.EnumMeta) and module not in self._names)
        )

    def _by_itself(self, value: Any) -> Any:
        copied = self.memo[id(value)] = value.__fork__(self)
        return copied

    def structure(self, value: Any) -> Any:
        """The copy of an instance, part by part."""
        kind = type(value)
        new_kind = self.class_(kind)
        slots = _slots(kind)
        try:
            state = object.__getattribute__(value, "__dict__")
        except AttributeError:
            state = None
        base = next(each for each in kind.__mro__ if each in BASES)
        if base is object:
            if new_kind is kind and not state and self._is_value(value, slots):
                return value
            try:
                copied: Any = object.__new__(new_kind)
            except TypeError:
                return self.reduced(value)
            self.memo[id(value)] = copied
        else:
            copied = BASES[base](self, value, new_kind)
        if state:
            into = copied.__dict__
            for name, each in state.items():
                into[name] = each if type(each) in ATOMS else self.copy(each)
        for owner, name in slots:
            try:
                held = owner.__dict__[name].__get__(value, kind)
            except AttributeError:
                continue
            self.class_(owner).__dict__[name].__set__(copied, self.copy(held))
        return copied

    @staticmethod
    def _is_value(value: Any, slots: list[tuple[type, str]]) -> bool:
        """Whether all that is in it cannot change: it is a library's sentinel, or as good as one."""
        return all(type(getattr(value, name, None)) in ATOMS for _, name in slots)

    def reduced(self, value: Any) -> Any:
        """The copy of something written in C, by what it says of itself."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                told = value.__reduce_ex__(4)
                if isinstance(told, str):
                    return value
                self._alive.append(told)
                make, arguments, *rest = told
                state, items, pairs = (*rest, None, None, None)[:3]
                copied = self.copy(make)(*[self.copy(each) for each in arguments])
                if state is not None:
                    self.memo[id(value)] = copied
                    self._set_state(copied, self.copy(state))
        except TypeError:
            copied = Uncopied(type(value).__name__)
            items = pairs = None
        self.memo[id(value)] = copied
        for each in items or ():
            copied.append(self.copy(each))
        for key, each in pairs or ():
            copied[self.copy(key)] = self.copy(each)
        return copied

    @staticmethod
    def _set_state(copied: Any, state: Any) -> None:
        if hasattr(copied, "__setstate__"):
            copied.__setstate__(state)
        else:
            copied.__dict__.update(state)

    def fill(self, copied: Any, value: Any, keys: Iterable[Any]) -> None:
        """Copy the items of a dictionary into another.

        Keys may need their classes' ``__hash__``; where they could, that has to wait.
        """
        if ATOMS.issuperset(map(type, keys)):
            put, take = dict.__setitem__, dict.__getitem__
            for key in keys:
                each = take(value, key)
                put(copied, key, each if type(each) in ATOMS else self.copy(each))
            return
        pairs = [(self.copy(key), self.copy(dict.__getitem__(value, key))) for key in keys]

        def later() -> None:
            for key, each in pairs:
                dict.__setitem__(copied, key, each)

        self._fills.append(later)

    def fill_set(self, copied: set[Any], value: Iterable[Any]) -> None:
        """Copy the elements of a set into another."""
        elements = [self.copy(each) for each in value]
        if ATOMS.issuperset(map(type, elements)):
            copied.update(elements)
        else:
            self._fills.append(lambda: copied.update(elements))

    # --- Classes --------------------------------------------------------------------------------

    def class_(self, value: type) -> type:
        """A class of the program's, made anew; any other as it is."""
        if value.__module__ not in self._names or type(value).__module__ == "_ctypes":
            return value
        found = self.memo.get(id(value))
        if found is not None:
            known: type = found
            return known
        bases = tuple([self.class_(each) for each in value.__bases__])
        members = value.__dict__
        given = {
            "__module__": value.__module__,
            "__qualname__": value.__qualname__,
            "__doc__": members.get("__doc__"),
        }
        if "__slots__" in members:
            extra = [name for name in ("__dict__", "__weakref__") if name in members]
            own = [name for owner, name in _slots(value) if owner is value]
            given["__slots__"] = (*own, *extra)
        if "__orig_bases__" in members:
            given["__orig_bases__"] = members["__orig_bases__"]
        made: type = type.__new__(self.class_(type(value)), value.__name__, bases, given)
        self.memo[id(value)] = made
        self._classes.append((value, made))
        return made

    def _fill_class(self, value: type, made: type) -> None:
        for name, each in value.__dict__.items():
            if name in _NOT_COPIED or type(each) is _MEMBERS:
                continue
            type.__setattr__(made, name, each if type(each) in ATOMS else self.copy(each))
        if isinstance(made, abc.ABCMeta):
            abc._abc_init(made)  # type: ignore[attr-defined]  # noqa: SLF001 - what ABCMeta does


WAYS[type] = Copier.class_


def _is_python(kind: type) -> bool:
    """Whether a class was made by Python code: on the heap, and open to change."""
    return bool(kind.__flags__ & (1 << 9) and not kind.__flags__ & (1 << 8))


def _slots(kind: type) -> list[tuple[type, str]]:
    """The slots of a class and of those that it inherits from."""
    return [
        (owner, name)
        for owner in kind.__mro__
        if "__slots__" in owner.__dict__
        for name, each in owner.__dict__.items()
        if type(each) is _MEMBERS
    ]
