"""The proxies of a manager's objects.

Each call of a method is one operation on the object, and what it answers is a copy. So
``d["k"] -= 1`` is two operations, and changing a list that was got out of a managed dictionary
changes nothing but the copy.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from typing import Any, Self

from autograder.explorer.doing import current, do
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual.pickles import loads
from autograder.explorer.virtual.server import (
    ITERATOR,
    RAISED,
    RemoteError,
    Server,
    unreached,
)


def server_named(name: str) -> Server:
    """The server of that name."""
    server: Server = current().machine.world.primitives[name].extra
    return server


def reach(server: str, *, waits: bool = False) -> None:
    """Meet what a client meets of a server that is gone; nothing happens while it is there.

    Args:
        server: Its name.
        waits: Whether the call that follows may have to wait. Whoever waits when the server stops
            has sent its request, and meets another end than who comes later: that is a step.

    Raises:
        BrokenPipeError, FileNotFoundError: if it is gone.
    """
    process = current()
    if waits or process.machine.world.primitives[server].value == "gone":
        do("server.pass", server, unreached(process, server, 0))
    calls = process.extras.setdefault("calls", {})
    calls[server] = calls.get(server, 0) + 1


class BaseProxy:
    """A proxy: a handle to an object that a manager's server keeps.

    Args:
        name: The shared thing that it is.
        typeid: The name that its type is registered by.
        server: The server's name.
    """

    _exposed_: tuple[str, ...] = ()

    def __init__(self, name: str, typeid: str, server: str) -> None:
        self._shared_name = name
        self._typeid = typeid
        self._server = server

    def _thing(self) -> Primitive:
        """Its state, for what only the world may decide."""
        return current().machine.world.primitives[self._shared_name]

    def _callmethod(self, methodname: str, args: Any = (), kwds: Any = {}) -> Any:  # noqa: B006 - theirs
        """Call a method of the object; a copy of what it answers."""
        if self._thing().family != "cell":
            return getattr(self, methodname)(*args, **kwds)
        exposed = self._exposed_
        arguments = pickle.dumps((tuple(args), dict(kwds)))
        reach(self._server)
        if methodname not in exposed and methodname not in _FALLBACKS:
            raise RemoteError(
                f"AttributeError: method {methodname!r} of {type(self._thing().value)!r} object"
                f" is not in exposed={exposed!r}\n"
            )
        method = self._counts_as(methodname)
        kind, answer = do("cell.call", self._shared_name, (method, arguments, None))
        if kind == ITERATOR:
            return IteratorProxy(self._shared_name, "Iterator", self._server, answer)
        value = loads(answer)
        if kind == RAISED:
            raise value
        return value

    def _counts_as(self, method: str) -> str:
        """The method's name, or, of a class of the program's, one that tells nothing."""
        return method

    def _getvalue(self) -> Any:
        """A copy of the object."""
        return self._callmethod("#GETVALUE")

    def __deepcopy__(self, _memo: Any) -> Any:
        return self._getvalue()

    def __reduce__(self) -> Any:
        return type(self), (self._shared_name, self._typeid, self._server)

    def __fork__(self, _copier: Any) -> BaseProxy:
        """A forked child has a proxy of the same object."""
        kind, arguments = self.__reduce__()
        copied: BaseProxy = kind(*arguments)
        return copied

    def __repr__(self) -> str:
        return f"<{type(self).__name__} object, typeid {self._typeid!r} at 0x7f00>"

    def __str__(self) -> str:
        try:
            return str(self._callmethod("__repr__"))
        except Exception:  # noqa: BLE001 - as the real one
            return repr(self)[:-1] + "; '__str__()' failed>"


_FALLBACKS = frozenset({"__repr__", "__str__", "#GETVALUE"})


def _method(name: str) -> Callable[..., Any]:
    def call(self: BaseProxy, /, *args: Any, **kwds: Any) -> Any:
        return self._callmethod(name, args, kwds)

    call.__name__ = name
    return call


@cache
def proxy_type(name: str, exposed: tuple[str, ...], base: type[BaseProxy] = BaseProxy) -> Any:
    """``MakeProxyType``: a proxy with these methods."""
    return type(name, (base,), {"_exposed_": exposed, **{each: _method(each) for each in exposed}})


class CustomProxy(BaseProxy):
    """What proxies of the program's own classes have in common."""

    def _counts_as(self, method: str) -> str:
        return method if method in _FALLBACKS else f"#{method}"


class _Auto(CustomProxy):
    """``AutoProxy``: a proxy with all public methods."""

    def __reduce__(self) -> Any:
        return auto_proxy, (self._shared_name, self._typeid, self._server, self._exposed_)


def auto_proxy(name: str, typeid: str, server: str, exposed: tuple[str, ...]) -> Any:
    """A proxy with the methods `exposed`."""
    return proxy_type(f"AutoProxy[{typeid}]", exposed, _Auto)(name, typeid, server)


class IteratorProxy(BaseProxy):
    """A proxy of an iterator over a kept object: each step is a call."""

    def __init__(self, name: str, typeid: str, server: str, number: int) -> None:
        super().__init__(name, typeid, server)
        self._number = number

    def __reduce__(self) -> Any:
        return IteratorProxy, (self._shared_name, self._typeid, self._server, self._number)

    def __iter__(self) -> IteratorProxy:
        return self

    def __next__(self) -> Any:
        reach(self._server)
        arguments = pickle.dumps(((self._number,), {}))
        kind, answer = do("cell.call", self._shared_name, ("#next", arguments, None))
        value = loads(answer)
        if kind == RAISED:
            raise value
        return value


class NamespaceProxy(BaseProxy):
    """A proxy of a namespace."""

    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key: str) -> Any:
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return self._callmethod("__getattribute__", (key,))

    def __setattr__(self, key: str, value: Any) -> None:
        if key[0] == "_":
            object.__setattr__(self, key, value)
        else:
            self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key: str) -> None:
        if key[0] == "_":
            object.__delattr__(self, key)
        else:
            self._callmethod("__delattr__", (key,))


class ValueProxy(BaseProxy):
    """A proxy of a value."""

    _exposed_ = ("get", "set")

    def get(self) -> Any:
        """What it holds."""
        return self._callmethod("get")

    def set(self, value: Any) -> None:
        """Let it hold something else."""
        self._callmethod("set", (value,))

    value = property(get, set)  # noqa: A003 - theirs


BaseListProxy = proxy_type(
    "BaseListProxy",
    (
        "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__",
        "__reversed__", "__rmul__", "__setitem__", "append", "count", "extend", "index", "insert",
        "pop", "remove", "reverse", "sort", "__imul__",
    ),
)  # fmt: skip


class ListProxy(BaseListProxy):  # type: ignore[misc, valid-type]
    """A proxy of a list."""

    def __iadd__(self, value: Any) -> Self:
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value: Any) -> Self:
        self._callmethod("__imul__", (value,))
        return self


_BaseDictProxy = proxy_type(
    "_BaseDictProxy",
    (
        "__contains__", "__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__", "clear",
        "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
    ),
)  # fmt: skip


class DictProxy(_BaseDictProxy):  # type: ignore[misc, valid-type]
    """A proxy of a dictionary; what its views would be are lists."""


class ArrayProxy(proxy_type("_BaseArrayProxy", ("__len__", "__getitem__", "__setitem__"))):  # type: ignore[misc]
    """A proxy of an array."""
