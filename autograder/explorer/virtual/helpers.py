"""Modules that are the real ones but for what would reach the real disk, ``sys.argv`` or streams."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import io
import posixpath
import pprint
import sys
import traceback
import types
from collections.abc import Callable
from typing import Any

from autograder.explorer.virtual import files
from autograder.explorer.virtual.imports import module, virtual
from autograder.explorer.virtual.interpreter import own_sys


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


class PrettyPrinter(pprint.PrettyPrinter):
    """``pprint.PrettyPrinter``; unless told otherwise it writes to the virtual ``sys.stdout``."""

    def __init__(
        self,
        indent: int = 1,
        width: int = 80,
        depth: int | None = None,
        stream: Any = None,
        **more: Any,
    ) -> None:
        stream = own_sys().stdout if stream is None else stream
        super().__init__(indent, width, depth, stream, **more)


def _pprint(
    object: Any,  # noqa: A002 - theirs
    stream: Any = None,
    indent: int = 1,
    width: int = 80,
    depth: int | None = None,
    **more: Any,
) -> None:
    PrettyPrinter(indent, width, depth, stream, **more).pprint(object)


def _pp(object: Any, *arguments: Any, sort_dicts: bool = False, **more: Any) -> None:  # noqa: A002 - theirs
    _pprint(object, *arguments, sort_dicts=sort_dicts, **more)


@virtual("pprint")
def _pprint_module() -> types.ModuleType:
    real = {name: getattr(pprint, name) for name in pprint.__all__}
    return module("pprint", {**real, "PrettyPrinter": PrettyPrinter, "pprint": _pprint, "pp": _pp})


def _to_errors(real: Callable[..., Any]) -> Callable[..., Any]:
    """A function of ``traceback`` that writes, unless told otherwise, to the virtual ``sys.stderr``."""

    def show(*arguments: Any, file: Any = None, **keywords: Any) -> None:
        real(*arguments, file=own_sys().stderr if file is None else file, **keywords)

    return show


@virtual("traceback")
def _traceback() -> types.ModuleType:
    names = {name: getattr(traceback, name) for name in traceback.__all__}
    shown = {name: _to_errors(each) for name, each in names.items() if name.startswith("print_")}
    return module("traceback", names | shown)
