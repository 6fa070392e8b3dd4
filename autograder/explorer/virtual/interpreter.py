"""``sys``, ``atexit`` and ``signal``."""

from __future__ import annotations

import signal
import sys
import types
from collections.abc import Callable
from typing import Any

from autograder.explorer import forking
from autograder.explorer.actors import Process
from autograder.explorer.doing import current
from autograder.explorer.memory import Copier
from autograder.explorer.virtual import endings, imports, streams
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
