"""What stands between a program that is graded and what is not its own.

Virtual processes live in one interpreter. A library's class or function is one object for all of them:
whoever sets an attribute of it tells the others something, and no operation is seen. What begins with an
underscore leads from locks, queues and processes to what runs them. So a program is compiled in such a way
(see :mod:`~autograder.explorer.source`) that it comes by here wherever it sets, deletes or privately reads
an attribute, and where it asks what kind a thing is. Of its own things, it may do with them as it likes.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from functools import cache
from typing import Any

from autograder.explorer.doing import current, unsupported
from autograder.explorer.source import KIND, TOUCHED
from autograder.explorer.virtual.managers import BaseManager
from autograder.explorer.virtual.process import BaseProcess
from autograder.explorer.virtual.proxies import NamespaceProxy, ValueProxy
from autograder.explorer.virtual.relatives import MainProcess
from autograder.explorer.virtual.sharedctypes import RawArray, RawValue
from autograder.explorer.virtual.structures import RawStructure
from autograder.prying import OVERRIDDEN

_MAIN = frozenset({"__main__", "__mp_main__"})
_MADE = (type, types.FunctionType, type(cache(lambda: None)))
"""What says itself whose it is; of all else, its class does."""
_SETTABLE = (
    BaseProcess, MainProcess, RawArray, RawStructure, RawValue, NamespaceProxy, ValueProxy,
    BaseException,
)  # fmt: skip
"""What is made to have attributes set, and is another object in each process."""
_PLAIN = frozenset(
    {bool, bytes, complex, dict, float, frozenset, int, list, set, str, tuple, type(None)}
)
"""What has no attribute to set, nor a private one to read: Python itself says so."""
_INSIDE = (BaseProcess, BaseManager)
"""What a program may derive classes of its own from, and what has something to hide."""
_LEFT_OUT = frozenset("copyright credits help license".split())
"""Builtins that read files, or import anything."""


def touched(thing: Any, name: str) -> Any:
    """`thing`, if the program may set, delete or privately read its attribute `name`."""
    if type(thing) in _PLAIN:
        return thing
    hidden = name in OVERRIDDEN and isinstance(thing, _INSIDE)
    if not hidden and (_is_own(thing) or (name[:1] != "_" and isinstance(thing, _SETTABLE))):
        return thing
    return unsupported(f"{getattr(thing, '__name__', type(thing).__name__)}.{name}")


def _is_own(thing: Any) -> bool:
    """Whether the program has made it: a class or function of its own, or an instance of such a class."""
    process = current()
    if isinstance(thing, types.ModuleType):
        return thing in process.own_modules.values()
    maker = thing if isinstance(thing, _MADE) else type(thing)
    home = getattr(maker, "__module__", None)
    return type(home) is str and (home in _MAIN or home in process.machine.program.modules)


def kind_of(kind: Callable[[Any], Any], thing: Any) -> Any:
    """``type(thing)``; a class's own class would make classes of whatever names."""
    made = kind(thing)
    if isinstance(made, type) and issubclass(made, type):
        unsupported("type of a class")
    return made


def guarded(known: dict[str, Any]) -> dict[str, Any]:
    """Of the builtins of programs, what one has that is graded."""
    kept = {name: each for name, each in known.items() if name not in _LEFT_OUT}
    return {**kept, TOUCHED: touched, KIND: kind_of}


UNGUARDED: dict[str, Callable[..., Any]] = {
    TOUCHED: lambda thing, _name: thing,
    KIND: lambda kind, thing: kind(thing),
}
