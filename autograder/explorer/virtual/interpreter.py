"""``sys``, ``atexit`` and ``signal``, and real modules that look into the real ones."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import io
import posixpath
import signal
import sys
import types
from collections.abc import Callable
from typing import Any

from autograder.explorer import forking
from autograder.explorer.actors import Process, current
from autograder.explorer.memory import Copier
from autograder.explorer.virtual import endings, files, imports, streams
from autograder.explorer.virtual.imports import module, virtual, virtual_per_process

_REAL = """
    api_version byteorder builtin_module_names copyright exc_info exception exit flags float_info
    float_repr_style getdefaultencoding getfilesystemencoding getfilesystemencodeerrors
    get_int_max_str_digits getrefcount getsizeof hash_info hexversion implementation int_info intern
    is_finalizing maxsize maxunicode platform stdlib_module_names thread_info version version_info
    warnoptions
""".split()
_FIRST = 1_000_000
_AFTER = -500
_NOT_SHARED = frozenset({"exits", "file", "fileno", "seeds"})


@virtual_per_process("sys")
def _sys(process: Process) -> types.ModuleType:
    program = process.machine.program
    process.modules["__main__"] = process.main
    if process.parent is not None:
        process.modules["__mp_main__"] = process.main
    return module(
        "sys",
        _CONSTANT
        | {
            "argv": [program.filename, *program.arguments],
            "path": ["", "/usr/lib/python3"],
            "modules": process.modules,
            "stdout": streams.STDOUT,
            "stderr": streams.STDERR,
            "stdin": streams.STDIN,
        },
    )


_CONSTANT: dict[str, Any] = {name: getattr(sys, name) for name in _REAL} | {
    "__stdout__": streams.STDOUT,
    "__stderr__": streams.STDERR,
    "__stdin__": streams.STDIN,
    "executable": "/usr/bin/python3",
    "prefix": "/usr",
    "base_prefix": "/usr",
    "exec_prefix": "/usr",
    "getrecursionlimit": lambda: 1000,
    "setrecursionlimit": lambda _limit: None,
    "gettrace": lambda: None,
    "getprofile": lambda: None,
}


def _forked(
    old: types.ModuleType, _parent: Process, child: Process, copier: Copier
) -> types.ModuleType:
    """``sys`` of a forked child: what the parent has made of it, but the child's own modules."""
    made = _sys(child)
    for name, value in old.__dict__.items():
        if name != "modules" and _CONSTANT.get(name) is not value:
            made.__dict__[name] = copier(value)
    return made


forking.FORKERS["sys"] = _forked


def own_sys() -> types.ModuleType:
    """``sys`` of the process that runs."""
    return imports.load(current(), "sys")


# --- The end of a process -----------------------------------------------------------------------


def register(func: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Callable[..., Any]:
    """``atexit.register``.

    The module ``multiprocessing`` registers its own end, the wait for children, when it is first used:
    what the main process has registered by then comes after it, and so does what a child registers.
    """
    process = current()
    before = process.parent is None and not process.counters.keys() <= _NOT_SHARED

    def run() -> None:
        try:
            func(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - it is shown, and makes no difference
            endings.write_failure(process, error)

    cancel = endings.at_exit(process, _FIRST if before else _AFTER, run)
    process.extras.setdefault("atexit", []).append((func, cancel))
    return func


def unregister(func: Callable[..., Any], /) -> None:
    """``atexit.unregister``."""
    for each, cancel in current().extras.get("atexit", []):
        if each == func:
            cancel()


@virtual("atexit")
def _atexit() -> types.ModuleType:
    return module("atexit", {"register": register, "unregister": unregister})


@virtual("signal")
def _signal() -> types.ModuleType:
    names = {name: each for name, each in vars(signal).items() if name[:3] == "SIG"}
    enums = {"Signals": signal.Signals, "Handlers": signal.Handlers}
    return module("signal", {**names, **enums, "strsignal": signal.strsignal})


# --- Real modules that would look at the real interpreter ---------------------------------------


@virtual("io")
def _io() -> types.ModuleType:
    real = {name: getattr(io, name) for name in io.__all__ if name not in ("FileIO", "open_code")}
    return module("io", {**real, "open": files.open_, "text_encoding": io.text_encoding})


def _codecs_open(
    filename: Any,
    mode: str = "r",
    encoding: str | None = None,
    errors: str = "strict",
    buffering: int = -1,
) -> Any:
    """``codecs.open``."""
    if encoding is None:
        return files.open_(filename, mode, buffering)
    opened = files.open_(filename, mode if "b" in mode else mode + "b", buffering)
    info = codecs.lookup(encoding)
    made = codecs.StreamReaderWriter(opened, info.streamreader, info.streamwriter, errors)
    setattr(made, "encoding", encoding)  # noqa: B010 - for mypy it is read-only
    return made


@virtual("codecs")
def _codecs() -> types.ModuleType:
    real = {name: getattr(codecs, name) for name in codecs.__all__}
    return module("codecs", {**real, "open": _codecs_open})


class _Redirect:
    """``contextlib.redirect_stdout`` and ``redirect_stderr``."""

    _name = "stdout"

    def __init__(self, new_target: Any) -> None:
        self._target = new_target
        self._before: list[Any] = []

    def __enter__(self) -> Any:
        own = own_sys()
        self._before.append(getattr(own, self._name))
        setattr(own, self._name, self._target)
        return self._target

    def __exit__(self, *_error: object) -> None:
        setattr(own_sys(), self._name, self._before.pop())


class _RedirectErrors(_Redirect):
    _name = "stderr"


@virtual("contextlib")
def _contextlib() -> types.ModuleType:
    real = {name: getattr(contextlib, name) for name in contextlib.__all__ if name != "chdir"}
    return module(
        "contextlib",
        {**real, "redirect_stdout": _Redirect, "redirect_stderr": _RedirectErrors},
    )


class ArgumentParser(argparse.ArgumentParser):
    """``argparse.ArgumentParser``; it looks at the virtual process's arguments."""

    def __init__(self, prog: str | None = None, *arguments: Any, **keywords: Any) -> None:
        prog = posixpath.basename(own_sys().argv[0]) if prog is None else prog
        super().__init__(prog, *arguments, **keywords)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse arguments, those of the program unless told which."""
        return super().parse_known_args(own_sys().argv[1:] if args is None else args, namespace)

    def _print_message(self, message: str, file: Any = None) -> None:
        own = own_sys()
        if file is sys.stdout:
            file = own.stdout
        elif file is None or file is sys.stderr:
            file = own.stderr
        file.write(message or "")


@virtual("argparse")
def _argparse() -> types.ModuleType:
    real = {name: getattr(argparse, name) for name in argparse.__all__ if name != "FileType"}
    return module("argparse", {**real, "ArgumentParser": ArgumentParser})
