"""``gc`` and ``inspect``, without what would show a program the explorer that it runs in."""

from __future__ import annotations

import gc
import inspect
import types
from typing import Any

from autograder.explorer.virtual.imports import module, virtual

_FRAMES = frozenset("currentframe stack trace getouterframes getinnerframes".split())


def _nothing(*_arguments: Any) -> None:
    """When garbage is looked for makes no difference to anybody."""


def _collect(_generation: int = 2) -> int:
    gc.collect()
    return 0  # how much there was differs from run to run


@virtual("gc")
def _gc() -> types.ModuleType:
    return module(
        "gc",
        {
            "collect": _collect,
            "enable": _nothing,
            "disable": _nothing,
            "isenabled": lambda: True,
            "freeze": _nothing,
            "unfreeze": _nothing,
            "set_threshold": _nothing,
            "get_threshold": lambda: (700, 10, 10),
            "is_tracked": gc.is_tracked,
        },
    )


@virtual("inspect")
def _inspect() -> types.ModuleType:
    names = {name: each for name, each in vars(inspect).items() if name[:2] != "__"}
    return module("inspect", {name: each for name, each in names.items() if name not in _FRAMES})
