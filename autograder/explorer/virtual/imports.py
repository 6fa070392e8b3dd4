"""What a program gets when it imports.

Modules that share nothing and wait for nothing are the real ones. Virtual ones stand in for those
that do. The program's own modules are run anew in each process. Everything else is not modelled, and
says so.
"""

from __future__ import annotations

import builtins
import importlib
import importlib.util
import sys
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import current, halt, unsupported
from autograder.explorer.families.disk import HOME
from autograder.explorer.source import EACH, ProgramError, compile_with_ticks
from autograder.explorer.virtual import streams, vetted

PURE = frozenset(
    """
    __future__ _collections_abc _compat_pickle _strptime abc array ast base64 binascii bisect builtins
    calendar cmath collections colorsys copy copyreg csv dataclasses decimal difflib dis doctest enum
    errno fractions functools getopt graphlib hashlib heapq hmac html itertools json keyword linecache
    locale math numbers operator pickle re reprlib stat statistics string stringprep struct textwrap
    token tokenize types typing typing_extensions unicodedata unittest warnings weakref zlib zoneinfo
    """.split()
)
"""Modules that may be the real ones: they share nothing between processes and wait for nothing."""

_OURS = f"{__package__}."

Factory = Callable[[], types.ModuleType]
_once: dict[str, Factory] = {}
_each: dict[str, Callable[[Process], types.ModuleType]] = {}


def virtual(name: str) -> Callable[[Factory], Factory]:
    """The function below makes the virtual module `name`, one for all processes."""

    def register(factory: Factory) -> Factory:
        _once[name] = cache(factory)
        return factory

    return register


def virtual_per_process(
    name: str,
) -> Callable[[Callable[[Process], types.ModuleType]], Callable[[Process], types.ModuleType]]:
    """The function below makes the virtual module `name`, one for each process."""

    def register(
        factory: Callable[[Process], types.ModuleType],
    ) -> Callable[[Process], types.ModuleType]:
        _each[name] = factory
        return factory

    return register


def differs_by_process(name: str) -> bool:
    """Whether each process has a virtual module `name` of its own."""
    return name in _each


def module(name: str, contents: Mapping[str, Any], doc: str = "") -> types.ModuleType:
    """A module with `contents`, whose other names the real one may have but we do not model."""
    made = _Partial(name, doc)
    made.__dict__.update(contents)
    return made


class _Partial(types.ModuleType):
    """A virtual module: what it lacks and the real one has is unsupported, not missing."""

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        submodule = find(current(), f"{self.__name__}.{name}")
        if submodule is not None:
            return submodule
        if _really_has(self.__name__, name):
            return Missing(f"{self.__name__}.{name}")
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


@cache
def _really_has(name: str, attribute: str) -> bool:
    try:
        return hasattr(importlib.import_module(name), attribute)
    except ImportError:
        return False


class Missing:
    """A function or class that is not modelled: to use it ends the exploration.

    Args:
        call: Its name, as the program would write it.
    """

    def __init__(self, call: str) -> None:
        self._call = call

    def __call__(self, *_arguments: Any, **_keywords: Any) -> Any:
        """End the exploration."""
        unsupported(self._call)

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        return Missing(f"{self._call}.{name}")

    def __mro_entries__(self, _bases: tuple[Any, ...]) -> tuple[type, ...]:
        unsupported(self._call)

    def __enter__(self) -> Any:
        unsupported(self._call)

    def __exit__(self, *_error: object) -> None:
        unsupported(self._call)


UNMODELLED = frozenset(
    """
    threading _thread asyncio socket socketserver selectors select ssl subprocess ctypes signal mmap
    fcntl pty tty termios resource http urllib ftplib smtplib xmlrpc webbrowser sqlite3 dbm shelve
    logging sched tempfile shutil glob fileinput zipfile tarfile gzip bz2 lzma multiprocessing
    concurrent psutil faulthandler atexit platform getpass pwd grp uuid secrets os sys time datetime
    random io pathlib site runpy code cmd curses readline tkinter turtle importlib pkgutil zipimport
    imaplib poplib configparser email mimetypes timeit cProfile profile pstats trace tracemalloc
    """.split()
)
"""Standard modules that may be imported although little or nothing of them is modelled: what is used
of them is named when it is used."""


def find(process: Process, name: str) -> types.ModuleType | None:
    """The module `name` for `process`; None if neither virtual, nor the program's own, nor pure."""
    found = process.modules.get(name)
    if found is not None:
        return found
    machine = process.machine
    if name in _each or name in _once:
        made = _each[name](process) if name in _each else _once[name]()
        offered = vetted.narrowed(made) if machine.settings.guarded else made
        if offered is not None:
            process.modules[name] = offered
        return offered
    source = machine.program.modules.get(name)
    if source is not None:
        return _own(process, name, source)
    top = name.partition(".")[0]
    if (
        top in PURE or top in machine.settings.pure
    ) and f"{top}.py" not in machine.files_of_program:
        if not machine.settings.guarded:
            return importlib.import_module(name)
        contents = vetted.contents(name)
        if contents is not None:
            found = process.modules[name] = module(name, vetted.own_copies(contents))
        return found
    return None


def _own(process: Process, name: str, source: str) -> types.ModuleType:
    """One of the program's own modules, run in `process`."""
    found = types.ModuleType(name)
    found.__dict__["__builtins__"] = process.machine.foreground.builtins
    found.__file__ = f"{name}.py"
    process.modules[name] = found
    sys.modules[name] = found
    process.own_modules[name] = found
    try:
        exec(_compiled(source, f"{name}.py"), found.__dict__)  # noqa: S102 - the program's own
    except BaseException:
        del process.modules[name], process.own_modules[name]
        sys.modules.pop(name, None)
        raise
    return found


@cache
def _compiled(source: str, filename: str) -> types.CodeType:
    try:
        return compile_with_ticks(source, filename)
    except ProgramError as error:
        raise SyntaxError(str(error), (filename, error.line, 0, "")) from None


def load(process: Process, name: str) -> types.ModuleType:
    """The module `name` for `process`.

    Raises:
        ModuleNotFoundError: if there is none.
    """
    found = find(process, name)
    if found is not None:
        return found
    top = name.partition(".")[0]
    if top in UNMODELLED and (name == top or _exists(name)):
        found = process.modules[name] = _Partial(name)
        return found
    if name in ("__main__", "__mp_main__"):
        return process.main
    if process.machine.settings.guarded and top in sys.stdlib_module_names:
        unsupported(f"import {name}")  # to look for it could run some of it
    disk = process.machine.world.primitives.get("disk")
    written = disk is not None and f"{HOME}/{name.replace('.', '/')}.py" in disk.value
    if written or _exists(name):
        unsupported(f"import {name}")
    top = name.partition(".")[0]
    if top in process.machine.program.unseen:
        halt("unseen", path=top)
    raise ModuleNotFoundError(f"No module named {name!r}", name=name)


@cache
def _exists(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError, AttributeError):
        return False


def import_(
    name: str,
    namespace: Mapping[str, Any] | None = None,
    _local: Mapping[str, Any] | None = None,
    wanted: tuple[str, ...] | None = (),
    level: int = 0,
) -> types.ModuleType:
    """The builtin ``__import__``."""
    if name.startswith(_OURS):
        return importlib.import_module(name)  # pickle, which finds our classes by their modules
    process = current()
    if level:
        package = (namespace or {}).get("__package__") or ""
        if not package:
            raise ImportError("attempted relative import with no known parent package")
        name = importlib.util.resolve_name("." * level + name, package)
    found = load(process, name)
    if not wanted:
        return found if "." not in name else load(process, name.partition(".")[0])
    for each in wanted:
        if each != "*" and not hasattr(found, each) and _exists(f"{name}.{each}"):
            load(process, f"{name}.{each}")
    return found


@cache
def builtins_of_programs() -> dict[str, Any]:
    """What a program finds without importing anything."""
    from autograder.explorer import loops  # noqa: PLC0415 - for programs only
    from autograder.explorer.virtual import files, unsteady  # noqa: PLC0415 - it imports us

    replaced = {
        "print": streams.print_,
        "input": streams.input_,
        "open": files.open_,
        "__import__": import_,
        "id": unsteady.id_,
        "hash": unsteady.hash_,
        EACH: unsteady.each,
        "map": loops.Map,
        "filter": loops.Filter,
        "breakpoint": lambda *_arguments, **_keywords: unsupported("breakpoint"),
        "exit": sys.exit,
        "quit": sys.exit,
    }
    return {**builtins.__dict__, **replaced}
