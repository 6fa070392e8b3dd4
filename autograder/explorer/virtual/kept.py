"""What every manager can make: how, in its server, and which proxy goes with it."""

from __future__ import annotations

import array as arrays
import pickle
from collections.abc import Callable, Iterable
from typing import Any

from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import managed, proxies, remote
from autograder.explorer.virtual.pickles import loads
from autograder.explorer.virtual.server import Server


class Namespace:
    """What ``Manager().Namespace()`` keeps."""

    def __init__(self, /, **kwds: Any) -> None:
        self.__dict__.update(kwds)

    def __repr__(self) -> str:
        shown = sorted(f"{key}={each!r}" for key, each in self.__dict__.items() if key[0] != "_")
        return f"Namespace({', '.join(shown)})"


class Value:
    """What ``Manager().Value()`` keeps."""

    def __init__(self, typecode: Any, value: Any, lock: bool = True) -> None:  # noqa: ARG002 - theirs
        self._typecode = typecode
        self._value = value

    def get(self) -> Any:
        """What it holds."""
        return self._value

    def set(self, value: Any) -> None:
        """Let it hold something else."""
        self._value = value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"

    value = property(get, set)  # noqa: A003 - theirs


def _array(typecode: str, sequence: Iterable[Any], lock: bool = True) -> Any:  # noqa: ARG001 - theirs
    return arrays.array(typecode, sequence)


Maker = Callable[[Server, str, str, bytes], Any]


def _object(factory: Callable[..., Any], proxy: Any) -> Maker:
    def make(server: Server, name: str, typeid: str, arguments: bytes) -> Any:
        made = server.make(factory, arguments)
        return proxy(server.keep_object(name, made), typeid, server.name)

    return make


def _primitive(factory: Callable[..., Primitive], proxy: Any) -> Maker:
    def make(server: Server, name: str, typeid: str, arguments: bytes) -> Any:
        args, kwds = loads(arguments)
        return proxy(server.keep(name, factory(*args, **kwds)), typeid, server.name)

    return make


_UNLIMITED = 2**62
"""The limit of a semaphore that has none. It is a bounded one all the same: those count each use as one
of the server, too, which the tokens of the others do not."""


def _count(value: int = 1) -> Primitive:
    if value < 0:
        raise ValueError("semaphore initial value must be >= 0")
    return Primitive("bounded", value, limit=_UNLIMITED)


def _bounded(value: int = 1) -> Primitive:
    counted = _count(value)
    counted.limit = value
    return counted


def _condition(server: Server, name: str, typeid: str, arguments: bytes) -> Any:
    args, kwds = loads(arguments)
    lock = args[0] if args else kwds.get("lock")
    if lock is None:
        own = server.keep(f"{name} lock", Primitive("rlock"))
        lock = managed.AcquirerProxy(own, "RLock", server.name)
    server.keep(name, Primitive("condition", [0, 0, 0]))
    return managed.ConditionProxy(name, typeid, server.name, lock)


def _barrier(server: Server, name: str, typeid: str, arguments: bytes) -> Any:
    def parts(parties: int, action: Any = None, timeout: float | None = None) -> Any:
        if parties < 1:
            raise ValueError("parties must be > 0")
        return parties, timeout, None if action is None else pickle.dumps(action)

    args, kwds = loads(arguments)
    parties, timeout, action = parts(*args, **kwds)
    server.keep(name, Primitive("barrier", ["filling", 0], limit=parties))
    return remote.BarrierProxy(name, typeid, server.name, parties, timeout, action)


def _queue(maxsize: int = 0) -> Primitive:
    return Primitive("store", [[], 0], limit=max(maxsize, 0))


MAKERS: dict[str, Maker] = {
    "Queue": _primitive(_queue, managed.QueueProxy),
    "JoinableQueue": _primitive(_queue, managed.QueueProxy),
    "Event": _primitive(lambda: Primitive("event", [False, set(), set()]), managed.EventProxy),
    "Lock": _primitive(lambda: Primitive("lock"), managed.AcquirerProxy),
    "RLock": _primitive(lambda: Primitive("rlock"), managed.AcquirerProxy),
    "Semaphore": _primitive(_count, managed.AcquirerProxy),
    "BoundedSemaphore": _primitive(_bounded, managed.AcquirerProxy),
    "Condition": _condition,
    "Barrier": _barrier,
    "Pool": remote.make_pool,
    "list": _object(list, proxies.ListProxy),
    "dict": _object(dict, proxies.DictProxy),
    "Value": _object(Value, proxies.ValueProxy),
    "Array": _object(_array, proxies.ArrayProxy),
    "Namespace": _object(Namespace, proxies.NamespaceProxy),
}
"""How what every manager has is made."""
