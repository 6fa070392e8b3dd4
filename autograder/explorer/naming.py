"""What a program calls its shared things.

A lock has no name of its own; the variable that it was first kept in is what its author calls it. While
an execution is told, the variables of all processes are looked at: the main process's before the
others', a module's before a function's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from autograder.explorer.families.disk import HOME

if TYPE_CHECKING:
    from autograder.explorer.actors import Process, Task
    from autograder.explorer.machine import Machine

_OURS = "autograder.explorer.virtual"
_WIDEST = 64
_DEEPEST = 2


class Names:
    """Labels found so far: for each shared thing the best name, and how good it is.

    Args:
        machine: The execution whose variables are looked at.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._found: dict[str, tuple[int, str]] = {}
        self._writers: dict[str, tuple[int, str]] = {}

    def look(self, task: Task) -> None:
        """Look at the variables that `task` has where it stands."""
        process = task.process
        rank = 0 if process.parent is None else 2
        files = self._machine.files_of_program
        frame = task.greenlet.gr_frame
        while frame is not None:
            if frame.f_code.co_filename in files and frame.f_code.co_name != "<module>":
                self._variables(dict(frame.f_locals), rank + 1)
            frame = frame.f_back
        self.look_at(process)

    def look_at(self, process: Process) -> None:
        """Look at the variables of a process's main module."""
        self._variables(dict(process.main.__dict__), 0 if process.parent is None else 2)

    def _variables(self, space: dict[str, Any], rank: int) -> None:
        for name, value in space.items():
            if not name.startswith("_"):
                self._value(name, value, rank, 0)

    def _value(self, name: str, value: Any, rank: int, depth: int) -> None:
        kind = type(value)
        if any(base.__module__.startswith(_OURS) for base in kind.__mro__):
            self._shared(name, value, rank)
        elif depth >= _DEEPEST or isinstance(value, type):
            return
        elif kind in (list, tuple) and len(value) <= _WIDEST:
            for index, each in enumerate(value):
                self._value(f"{name}[{index}]", each, rank, depth + 1)
        elif kind is dict and len(value) <= _WIDEST:
            for key, each in value.items():
                if isinstance(key, (str, int)):
                    self._value(f"{name}[{key!r}]", each, rank, depth + 1)
        elif kind.__module__ in ("__main__", "__mp_main__") or depth == 0:
            for attribute, each in _attributes(value).items():
                self._value(f"{name}.{attribute}", each, rank, depth + 1)

    def _shared(self, name: str, value: Any, rank: int) -> None:
        held = _attributes(value)
        if "_source" in held and "_target" in held:
            self._note(self._found, held["_source"], name, rank)
            self._note(self._writers, held["_target"], name, rank)
            return
        shared = held.get("_shared_name")
        self._note(self._found, shared, name, rank)
        lock = _attributes(held.get("_lock")).get("_shared_name")
        if lock is not None:
            of_condition = type(value).__name__ == "Condition"
            self._note(self._found, lock, name if of_condition else f"{name}.get_lock()", rank + 1)

    def _note(self, found: dict[str, tuple[int, str]], shared: Any, name: str, rank: int) -> None:
        if isinstance(shared, str) and (shared not in found or found[shared][0] > rank):
            found[shared] = (rank, name)

    def labels(self) -> dict[str, str]:
        """The label of every shared thing that has one, and of every process its name."""
        found = {shared: name for shared, (_, name) in self._found.items()}
        for shared, (_, name) in self._writers.items():
            found[shared] = f"{name}→{found[shared]}" if shared in found else name
        for name, thing in self._machine.world.primitives.items():
            if thing.family == "file" and isinstance(thing.extra, str):
                found[name] = thing.extra.removeprefix(f"{HOME}/")
            array = re.fullmatch(r"(.+)(\[\d+\])", name)
            whole = re.fullmatch(r"(.+)-(?:size|unfinished)", name)
            if array and array[1] in found:
                found.setdefault(name, found[array[1]] + array[2])
            elif whole and whole[1] in found:
                found.setdefault(name, found[whole[1]])
        for process in self._machine.processes:
            found[process.key] = process.name
        return found


def _attributes(value: Any) -> dict[str, Any]:
    """What an object keeps, without asking it: a class of the program's may do anything when asked."""
    try:
        held = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return {}
    return dict(held) if isinstance(held, dict) else {}
