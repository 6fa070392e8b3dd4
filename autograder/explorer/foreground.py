"""Whose code runs: what Python itself finds when a program imports something or counts its rounds."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from autograder.explorer.actors import Task, few_ticks
from autograder.explorer.doing import here
from autograder.explorer.source import TICK

_MAIN = ("__main__", "__mp_main__")


class Foreground:
    """The place that tasks take in turn. What stood there before comes back with :meth:`clear`.

    Args:
        modules: The names of the program's own modules: each process has its own ones.
    """

    __slots__ = ("_before", "builtins")

    def __init__(self, modules: Iterable[str]) -> None:
        self._before = {name: sys.modules.get(name) for name in (*_MAIN, *modules)}
        self.builtins: dict[str, Any] = {}
        """What the program's code finds when it looks up ``print``, ``open`` and the like."""

    def take(self, task: Task) -> None:
        """Make `task` the one whose code runs."""
        here.task = task
        process = task.process
        modules = sys.modules
        modules["__main__"] = modules["__mp_main__"] = process.main
        if process.own_modules:
            modules.update(process.own_modules)
        self.builtins[TICK] = task.tick

    def let_go(self, tasks: Iterable[Task]) -> None:
        """Let the code of `tasks` go, one after the other; none has much to do any more."""
        self.builtins[TICK] = few_ticks()
        for task in tasks:
            here.task = task
            task.let_go()

    def clear(self) -> None:
        """Leave, and put back what was there before."""
        here.task = None
        for name, module in self._before.items():
            if module is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module
