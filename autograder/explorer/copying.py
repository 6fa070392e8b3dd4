"""Copies of all that a process has, as a fork makes them: of memory, not of meaning.

A fork runs none of the program's code: no ``__deepcopy__``, no ``__reduce__``, no ``__init__``. So
objects are taken apart and put together again by their structure. Functions get the copied namespace
as their globals, classes are made anew with copied members, and what two objects had in common their
copies have in common.

An object that knows better has a method ``__fork__(copier)`` that answers with its copy. It may call
the copier on its parts, or :meth:`Copier.structure` on itself and mend what comes out.
"""

from __future__ import annotations

import abc
import collections
import enum
import functools
import types
import warnings
import weakref
from collections.abc import Callable, Iterable
from typing import Any

from autograder.explorer.actors import unsupported

_NOTHING = object()
_MEMBERS = types.MemberDescriptorType
_NOT_COPIED = frozenset({"__dict__", "__weakref__", "__abstractmethods__", "_abc_impl", "__doc__"})
_KEPT_MODULES = ("typing", "inspect", "types", "greenlet", "_thread", "ast", "re")
"""Modules whose objects never change, or belong to nobody."""
_OURS = "autograder.explorer."
_VIRTUAL = "autograder.explorer.virtual."

Way = Callable[["Copier", Any], Any]


def _kept(_copier: Copier, value: Any) -> Any:
    return value


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
        self._spaces = {id(old): new for old, new in spaces}
        self._classes: list[tuple[type, type]] = []
        self._cells: list[tuple[types.CellType, types.CellType]] = []
        self._fills: list[Callable[[], None]] = []
        self._alive: list[Any] = []
        self._ways: dict[type, Way] = {}

    def __call__(self, value: Any) -> Any:
        """The copy of `value`; complete only after :meth:`finish`."""
        kind = type(value)
        if kind in ATOMS:
            return value
        found = self.memo.get(id(value), _NOTHING)
        if found is not _NOTHING:
            return found
        way = _WAYS.get(kind) or self._ways.get(kind) or self._way(kind)
        return way(self, value)

    def temporary(self, value: Any) -> Any:
        """The copy of something that nobody else holds."""
        self._alive.append(value)
        return self(value)

    def finish(self) -> None:
        """Fill what could not be filled before all classes were there."""
        while self._classes or self._cells or self._fills:
            if self._cells:
                old, new = self._cells.pop()
                try:
                    new.cell_contents = self(old.cell_contents)
                except ValueError:
                    continue  # an empty cell
            elif self._classes:
                self._fill_class(*self._classes.pop(0))
            else:
                self._fills.pop(0)()

    # --- Objects --------------------------------------------------------------------------------

    def _way(self, kind: type) -> Way:
        """How the instances of a class are copied."""
        module = getattr(kind, "__module__", "") or ""
        way: Way
        if hasattr(kind, "__fork__"):
            way = Copier._by_itself
        elif issubclass(kind, type):
            way = Copier.class_
        elif issubclass(kind, types.ModuleType) or module.partition(".")[0] in _KEPT_MODULES:
            way = _kept
        elif module.startswith(_OURS) and not module.startswith(_VIRTUAL):
            way = _kept
        elif isinstance(kind, enum.EnumMeta) and module not in self._names:
            way = _kept
        elif kind.__flags__ & (1 << 9) and not kind.__flags__ & (1 << 8):  # of Python code
            way = Copier.structure
        else:
            way = Copier._reduced
        self._ways[kind] = way
        return way

    def _by_itself(self, value: Any) -> Any:
        copied = self.memo[id(value)] = value.__fork__(self)
        return copied

    def structure(self, value: Any) -> Any:
        """The copy of an instance, part by part."""
        kind = type(value)
        new_kind = self.class_(kind)
        slots = _slots(kind)
        state = getattr(value, "__dict__", None)
        base = next(each for each in kind.__mro__ if each in _BASES)
        if base is object:
            if new_kind is kind and not state and not slots:
                return value  # somebody's sentinel
            try:
                copied = object.__new__(new_kind)
            except TypeError:
                return self._reduced(value)
            self.memo[id(value)] = copied
        else:
            copied = _BASES[base](self, value, new_kind)
        if state:
            into = copied.__dict__
            for name, each in state.items():
                into[name] = each if type(each) in ATOMS else self(each)
        for owner, name in slots:
            try:
                held = owner.__dict__[name].__get__(value, kind)
            except AttributeError:
                continue
            self.class_(owner).__dict__[name].__set__(copied, self(held))
        return copied

    def _reduced(self, value: Any) -> Any:
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
                copied = self(make)(*[self(each) for each in arguments])
                if state is not None:
                    self.memo[id(value)] = copied
                    self._set_state(copied, self(state))
        except TypeError:
            copied = Uncopied(type(value).__name__)
            items = pairs = None
        self.memo[id(value)] = copied
        for each in items or ():
            copied.append(self(each))
        for key, each in pairs or ():
            copied[self(key)] = self(each)
        return copied

    @staticmethod
    def _set_state(copied: Any, state: Any) -> None:
        if hasattr(copied, "__setstate__"):
            copied.__setstate__(state)
        else:
            copied.__dict__.update(state)

    # --- Containers -----------------------------------------------------------------------------

    def _list(self, value: list[Any]) -> list[Any]:
        copied: list[Any] = []
        self.memo[id(value)] = copied
        copied += [each if type(each) in ATOMS else self(each) for each in value]
        return copied

    def _tuple(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        copied = tuple([each if type(each) in ATOMS else self(each) for each in value])
        if all(map(_same, copied, value)):
            return value
        made: tuple[Any, ...] = self.memo.setdefault(id(value), copied)
        return made

    def _dict(self, value: dict[Any, Any]) -> dict[Any, Any]:
        copied: dict[Any, Any] = {}
        self.memo[id(value)] = copied
        self.fill(copied, value, value)
        return copied

    def fill(self, copied: Any, value: Any, keys: Iterable[Any]) -> None:
        """Copy the items of a dictionary into another.

        Keys may need their classes' ``__hash__``; where they could, that has to wait.
        """
        if all(type(key) in ATOMS for key in keys):
            put, take = dict.__setitem__, dict.__getitem__
            for key in keys:
                each = take(value, key)
                put(copied, key, each if type(each) in ATOMS else self(each))
            return
        pairs = [(self(key), self(dict.__getitem__(value, key))) for key in keys]

        def later() -> None:
            for key, each in pairs:
                dict.__setitem__(copied, key, each)

        self._fills.append(later)

    def fill_set(self, copied: set[Any], value: Iterable[Any]) -> None:
        """Copy the elements of a set into another."""
        elements = [self(each) for each in value]
        if all(type(each) in ATOMS for each in elements):
            copied.update(elements)
        else:
            self._fills.append(lambda: copied.update(elements))

    def _set(self, value: set[Any]) -> set[Any]:
        copied: set[Any] = set()
        self.memo[id(value)] = copied
        self.fill_set(copied, value)
        return copied

    def _frozenset(self, value: frozenset[Any]) -> frozenset[Any]:
        elements = [self(each) for each in value]
        if all(map(_same, elements, value)):
            return value
        self.finish()
        copied = self.memo[id(value)] = frozenset(elements)
        return copied

    # --- Code -----------------------------------------------------------------------------------

    def _function(self, value: types.FunctionType) -> types.FunctionType:
        """A function of the program's, or one that encloses something of the program's."""
        space = self._spaces.get(id(value.__globals__))
        closure = value.__closure__
        if space is None:
            if closure is None:
                return value
            space = value.__globals__
        if closure is not None:
            closure = tuple([self._cell(each) for each in closure])
        copied = types.FunctionType(value.__code__, space, value.__name__, None, closure)
        self.memo[id(value)] = copied
        if value.__defaults__:
            copied.__defaults__ = self(value.__defaults__)
        if value.__kwdefaults__:
            copied.__kwdefaults__ = self(value.__kwdefaults__)
        if value.__dict__:
            copied.__dict__.update(self(value.__dict__))
        if value.__qualname__ is not copied.__qualname__:
            copied.__qualname__ = value.__qualname__
        if value.__module__ is not copied.__module__:
            copied.__module__ = value.__module__
        if value.__doc__ is not copied.__doc__:
            copied.__doc__ = value.__doc__
        annotate = getattr(value, "__annotate__", None)
        if annotate is not None:
            copied.__annotate__ = self(annotate)  # type: ignore[attr-defined]
        elif value.__annotations__:
            copied.__annotations__ = self(value.__annotations__)
        return copied

    def _cell(self, value: types.CellType) -> types.CellType:
        found = self.memo.get(id(value))
        if found is None:
            found = self.memo[id(value)] = types.CellType()
            self._cells.append((value, found))
        made: types.CellType = found
        return made

    def _method(self, value: types.MethodType) -> Any:
        return types.MethodType(self(value.__func__), self(value.__self__))

    def _builtin(self, value: types.BuiltinFunctionType) -> Any:
        """A method of a list or the like; a plain function is nobody's."""
        owner = getattr(value, "__self__", None)
        copied = self(owner)
        return value if copied is owner else getattr(copied, value.__name__)

    def _wrapped(self, value: Any) -> Any:
        copied = self.memo[id(value)] = type(value)(self(value.__func__))
        return copied

    def _property(self, value: property) -> property:
        parts = self(value.fget), self(value.fset), self(value.fdel)
        copied = self.memo[id(value)] = property(*parts, value.__doc__)
        return copied

    def _partial(self, value: functools.partial[Any]) -> functools.partial[Any]:
        parts, named = self(value.args), self.temporary(value.keywords)
        copied = self.memo[id(value)] = functools.partial(self(value.func), *parts, **named)
        return copied

    def _cached(self, value: Any) -> Any:
        """A function that remembers its results begins to do so anew."""
        again = functools.lru_cache(**value.cache_parameters())
        copied = self.memo[id(value)] = again(self(value.__wrapped__))
        return copied

    def _reference(self, value: weakref.ref[Any]) -> Any:
        target = value()
        return value if target is None else weakref.ref(self(target))

    def _suspended(self, value: Any) -> Any:
        """A function that stands in the middle of itself: it cannot be copied, only named."""
        name = f"a copy of {value.__qualname__}() in the middle of it"
        copied = self.memo[id(value)] = Uncopied(name)
        return copied

    def class_(self, value: type) -> type:
        """A class of the program's, made anew; any other as it is."""
        if value.__module__ not in self._names:
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
        made = type.__new__(self.class_(type(value)), value.__name__, bases, given)
        self.memo[id(value)] = made
        self._classes.append((value, made))
        return made

    def _fill_class(self, value: type, made: type) -> None:
        for name, each in value.__dict__.items():
            if name in _NOT_COPIED or type(each) is _MEMBERS:
                continue
            type.__setattr__(made, name, each if type(each) in ATOMS else self(each))
        if isinstance(made, abc.ABCMeta):
            abc._abc_init(made)  # type: ignore[attr-defined]  # noqa: SLF001 - what ABCMeta does


def _same(one: Any, other: Any) -> bool:
    return one is other


def _slots(kind: type) -> list[tuple[type, str]]:
    """The slots of a class and of those that it inherits from."""
    return [
        (owner, name)
        for owner in kind.__mro__
        if "__slots__" in owner.__dict__
        for name, each in owner.__dict__.items()
        if type(each) is _MEMBERS
    ]


class Uncopied:
    """What a fork would have copied and we cannot: to use it ends the exploration.

    Args:
        name: What to call it.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def _used(self, *_arguments: Any) -> Any:
        unsupported(self._name)

    __call__ = __iter__ = __next__ = __len__ = __getitem__ = __enter__ = __exit__ = _used

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        return self._used()


# --- Instances of classes that inherit from something built in ----------------------------------


def _new_list(copier: Copier, value: Any, kind: type) -> Any:
    copied = copier.memo[id(value)] = list.__new__(kind)
    list.extend(copied, [copier(each) for each in list.__iter__(value)])
    return copied


def _new_dict(copier: Copier, value: Any, kind: type) -> Any:
    copied = copier.memo[id(value)] = kind.__new__(kind)
    copier.fill(copied, value, list(dict.__iter__(value)))
    return copied


def _new_default(copier: Copier, value: Any, kind: type) -> Any:
    copied = copier.memo[id(value)] = collections.defaultdict.__new__(kind)
    collections.defaultdict.__init__(copied, copier(value.default_factory))
    copier.fill(copied, value, list(dict.__iter__(value)))
    return copied


def _new_ordered(copier: Copier, value: Any, kind: type) -> Any:
    copied = copier.memo[id(value)] = collections.OrderedDict.__new__(kind)
    pairs = [(copier(key), copier(dict.__getitem__(value, key))) for key in value]
    copier.finish()
    for key, each in pairs:
        collections.OrderedDict.__setitem__(copied, key, each)
    return copied


def _new_set(copier: Copier, value: Any, kind: type) -> Any:
    copied = copier.memo[id(value)] = set.__new__(kind)
    copier.fill_set(copied, set.__iter__(value))
    return copied


def _new_deque(copier: Copier, value: Any, kind: type) -> Any:
    copied = copier.memo[id(value)] = collections.deque.__new__(kind)
    collections.deque.__init__(copied, [], value.maxlen)
    collections.deque.extend(copied, [copier(each) for each in value])
    return copied


def _new_tuple(copier: Copier, value: Any, kind: type) -> Any:
    elements = [copier(each) for each in tuple.__iter__(value)]
    return copier.memo.setdefault(id(value), tuple.__new__(kind, elements))


def _new_error(copier: Copier, value: Any, kind: type) -> Any:
    copied = copier.memo[id(value)] = kind.__new__(kind, *copier(value.args))
    copied.args = copier(value.args)
    copied.__cause__, copied.__context__ = copier(value.__cause__), copier(value.__context__)
    copied.__suppress_context__ = value.__suppress_context__
    return copied


def _new_atom(base: type) -> Callable[[Copier, Any, type], Any]:
    def new(copier: Copier, value: Any, kind: type) -> Any:
        copied = copier.memo[id(value)] = base.__new__(kind, value)  # type: ignore[call-overload]
        return copied

    return new


_BASES: dict[type, Callable[[Copier, Any, type], Any]] = {
    object: lambda _copier, value, _kind: value,
    list: _new_list,
    dict: _new_dict,
    collections.defaultdict: _new_default,
    collections.OrderedDict: _new_ordered,
    set: _new_set,
    collections.deque: _new_deque,
    tuple: _new_tuple,
    BaseException: _new_error,
    **{each: _new_atom(each) for each in (int, float, complex, str, bytes, bytearray, frozenset)},
}

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

_WAYS: dict[type, Way] = {
    list: Copier._list,  # noqa: SLF001 - the same module, here and below
    tuple: Copier._tuple,  # noqa: SLF001
    dict: Copier._dict,  # noqa: SLF001
    set: Copier._set,  # noqa: SLF001
    frozenset: Copier._frozenset,  # noqa: SLF001
    type: Copier.class_,
    types.ModuleType: _kept,
    types.FunctionType: Copier._function,  # noqa: SLF001
    types.CellType: Copier._cell,  # noqa: SLF001
    types.MethodType: Copier._method,  # noqa: SLF001
    types.BuiltinFunctionType: Copier._builtin,  # noqa: SLF001
    types.MethodWrapperType: Copier._builtin,  # noqa: SLF001
    types.GeneratorType: Copier._suspended,  # noqa: SLF001
    types.CoroutineType: Copier._suspended,  # noqa: SLF001
    types.AsyncGeneratorType: Copier._suspended,  # noqa: SLF001
    staticmethod: Copier._wrapped,  # noqa: SLF001
    classmethod: Copier._wrapped,  # noqa: SLF001
    property: Copier._property,  # noqa: SLF001
    functools.partial: Copier._partial,  # noqa: SLF001
    functools._lru_cache_wrapper: Copier._cached,  # noqa: SLF001
    weakref.ReferenceType: Copier._reference,  # noqa: SLF001
}
