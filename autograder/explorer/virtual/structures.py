"""Shared structures: of a ``ctypes.Structure``, one cell for each field."""

from __future__ import annotations

import ctypes
import types
from typing import Any

from autograder.explorer.doing import current, do, unsupported
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual.imports import module, virtual
from autograder.explorer.virtual.synchronize import Locked, RLock, assert_spawning

_OWN = frozenset({"_kind", "_shared_name", "_lock"})


class RawStructure:
    """A structure in shared memory, without a lock.

    Args:
        kind: The program's class of structures; its fields must be simple ones.
        values: What the first fields hold first.
        lock: What every use of a field takes for a moment.
    """

    def __init__(self, kind: type[ctypes.Structure], *values: Any, lock: Any = None) -> None:
        process = current()
        first = kind(*values)
        self._kind = kind
        self._shared_name = process.new_name("structure")
        for name, field in fields(kind).items():
            if not issubclass(field, ctypes._SimpleCData):
                unsupported(f"Value({kind.__name__})")
            cell = Primitive("cell", getattr(first, name))
            if lock is not None:
                cell.guard, cell.guard_name = lock._thing(), lock._shared_name
            process.machine.add(f"{self._shared_name}.{name}", cell)

    def __getstate__(self) -> dict[str, Any]:
        assert_spawning(self)
        return self.__dict__.copy()

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def __getattr__(self, name: str) -> Any:
        if name in _OWN or name not in fields(self._kind):
            raise AttributeError(f"{self._kind.__name__!r} object has no attribute {name!r}")
        return do("cell.read", f"{self._shared_name}.{name}")

    def __setattr__(self, name: str, value: Any) -> None:
        field = None if name in _OWN else fields(self._kind).get(name)
        if field is None:
            super().__setattr__(name, value)
        else:
            do("cell.write", f"{self._shared_name}.{name}", field(value).value)


class SynchronizedStructure(RawStructure, Locked):
    """A structure in shared memory with a lock; reading or writing a field takes it."""

    def __init__(self, kind: type[ctypes.Structure], *values: Any, lock: Any = None) -> None:
        self._lock = lock if lock is not None else RLock()
        super().__init__(kind, *values, lock=self._lock)

    def get_obj(self) -> RawStructure:
        """The structure without its lock."""
        raw = RawStructure.__new__(RawStructure)
        raw.__dict__.update(_kind=self._kind, _shared_name=self._shared_name)
        return raw


def fields(kind: type[ctypes.Structure]) -> dict[str, Any]:
    """The types of a structure's fields, by name, those that it inherits first."""
    return {
        name: field
        for each in reversed(kind.__mro__)
        for name, field, *_width in each.__dict__.get("_fields_", ())
    }


def is_structure(kind: Any) -> bool:
    """Whether this is a class of structures."""
    return isinstance(kind, type) and issubclass(kind, ctypes.Structure)


@virtual("ctypes")
def _ctypes() -> types.ModuleType:
    """The types that values are made of; what reaches into memory or libraries is not modelled."""
    simple = {
        name: kind
        for name, kind in vars(ctypes).items()
        if name[:2] == "c_" and isinstance(kind, type) and not name.endswith("_p")
    }
    return module("ctypes", {**simple, "Structure": ctypes.Structure})
