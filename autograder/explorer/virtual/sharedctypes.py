"""``Value`` and ``Array``: cells, with a lock or without."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from autograder.explorer.doing import current, do, unsupported
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import names, structures
from autograder.explorer.virtual.synchronize import Locked, RLock, assert_spawning

_TYPES: dict[str, Any] = {
    "c": ctypes.c_char, "u": ctypes.c_wchar, "b": ctypes.c_byte, "B": ctypes.c_ubyte,
    "h": ctypes.c_short, "H": ctypes.c_ushort, "i": ctypes.c_int, "I": ctypes.c_uint,
    "l": ctypes.c_long, "L": ctypes.c_ulong, "q": ctypes.c_longlong, "Q": ctypes.c_ulonglong,
    "f": ctypes.c_float, "d": ctypes.c_double,
}  # fmt: skip


def _type(typecode: Any) -> Any:
    """The ctypes type of a typecode."""
    kind = _TYPES.get(typecode, typecode) if isinstance(typecode, str) else typecode
    if not isinstance(kind, type):
        raise TypeError("this type has no size")
    if not issubclass(kind, ctypes._SimpleCData):
        unsupported(f"Value({kind.__name__})")
    return kind


class RawValue:
    """``multiprocessing.RawValue``: a cell without a lock.

    Args:
        typecode: A typecode or ctypes type.
        value: What it holds first; cut to the type as C does.
    """

    _called = "value"

    def __init__(self, typecode: Any, value: Any = 0, lock: Any = None) -> None:
        self._code = typecode
        self._kind = _type(typecode)
        cell = Primitive("cell", self._kind(value).value if value != 0 else self._kind().value)
        if lock is not None:
            cell.guard, cell.guard_name = lock._thing(), lock._shared_name
        process = current()
        self._shared_name = process.machine.add(process.new_name(self._called), cell)

    def __getstate__(self) -> dict[str, Any]:
        assert_spawning(self)
        return self.__dict__.copy()

    @property
    def value(self) -> Any:
        """What it holds."""
        return do("cell.read", self._shared_name)

    @value.setter
    def value(self, value: Any) -> None:
        do("cell.write", self._shared_name, self._kind(value).value)

    def __repr__(self) -> str:
        return f"{self._kind.__name__}({self.value!r})"


class Synchronized(RawValue, Locked):
    """``multiprocessing.Value`` with a lock; reading it and writing it take the lock each."""

    def __init__(self, typecode: Any, value: Any = 0, lock: Any = None) -> None:
        self._lock = lock if lock is not None else RLock()
        super().__init__(typecode, value, self._lock)

    def __reduce__(self) -> Any:
        assert_spawning(self)
        lock = self._lock
        own = lock.__class__ is RLock
        if own:
            names.sent(lock._shared_name)
        return (_synchronized, (self._code, self._shared_name, lock._shared_name if own else lock))

    def get_obj(self) -> Any:
        """The value without its lock."""
        raw = RawValue.__new__(RawValue)
        raw._code = self._code
        raw._kind = self._kind
        raw._shared_name = self._shared_name
        return raw

    def __repr__(self) -> str:
        return f"<Synchronized wrapper for {self._kind.__name__}({self.value!r})>"


def _synchronized(typecode: Any, name: str, lock: Any) -> Synchronized:
    """A handle to the value `name`, as it was sent to a child."""
    made = Synchronized.__new__(Synchronized)
    if lock.__class__ is str:
        rlock = RLock.__new__(RLock)
        rlock._shared_name = lock
        lock = rlock
    made.__dict__.update(_code=typecode, _kind=_type(typecode), _shared_name=name, _lock=lock)
    return made


class RawArray:
    """``multiprocessing.RawArray``: one cell for each entry."""

    def __init__(self, typecode: Any, size_or_values: Any, lock: Any = None) -> None:
        self._kind = _type(typecode)
        if isinstance(size_or_values, int):
            values = [self._kind().value] * size_or_values
        else:
            values = [self._kind(each).value for each in size_or_values]
        process = current()
        self._shared_name = process.new_name("array")
        self._length = len(values)
        for index, each in enumerate(values):
            cell = Primitive("cell", each)
            if lock is not None:
                cell.guard, cell.guard_name = lock._thing(), lock._shared_name
            process.machine.add(f"{self._shared_name}[{index}]", cell)

    __getstate__ = RawValue.__getstate__

    def __len__(self) -> int:
        return self._length

    def _cells(self, where: slice) -> list[str]:
        return [f"{self._shared_name}[{index}]" for index in range(self._length)[where]]

    def _cell(self, index: int) -> str:
        try:
            return f"{self._shared_name}[{range(self._length)[index]}]"
        except IndexError:
            raise IndexError("invalid index") from None

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return self._joined([do("cell.read", cell) for cell in self._cells(index)])
        return do("cell.read", self._cell(index))

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, slice):
            cells, values = self._cells(index), list(value)
            if len(cells) != len(values):
                raise ValueError("Can only assign sequence of same size")
            for cell, each in zip(cells, values, strict=True):
                do("cell.write", cell, self._kind(each).value)
        else:
            do("cell.write", self._cell(index), self._kind(value).value)

    def __iter__(self) -> Iterator[Any]:
        for index in range(self._length):
            yield self[index]

    def _joined(self, values: list[Any]) -> Any:
        if self._kind is ctypes.c_char:
            return b"".join(values)
        return "".join(values) if self._kind is ctypes.c_wchar else values

    @property
    def value(self) -> Any:
        """Of an array of characters, the text up to the first zero."""
        if self._kind is not ctypes.c_char:
            raise AttributeError(
                f"'{self._kind.__name__}_Array_{self._length}' object has no attribute 'value'"
            )
        held: bytes = self[:]
        return held.split(b"\0", 1)[0]

    @value.setter
    def value(self, value: bytes) -> None:
        if len(value) > self._length:
            raise ValueError("byte string too long")
        padded = value if len(value) == self._length else value + b"\0"
        for index, each in enumerate(padded):
            self[index] = bytes([each])

    @property
    def raw(self) -> Any:
        """Of an array of characters, all of it."""
        return self[:]


class SynchronizedArray(RawArray, Locked):
    """``multiprocessing.Array`` with a lock; all that one call reads or writes is under it."""

    @property
    def value(self) -> bytes:
        """Of an array of characters, those before the first zero."""
        found: bytes = super().value
        return found

    @value.setter
    def value(self, value: bytes) -> None:
        with self._lock:
            RawArray.value.fset(self, value)  # type: ignore[attr-defined]

    def __init__(self, typecode: Any, size_or_values: Any, lock: Any = None) -> None:
        self._lock = lock if lock is not None else RLock()
        super().__init__(typecode, size_or_values, self._lock)

    def get_obj(self) -> Any:
        """The array without its lock."""
        raw = RawArray.__new__(RawArray)
        raw.__dict__.update(_kind=self._kind, _shared_name=self._shared_name, _length=self._length)
        return raw

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice) and len(self._cells(index)) > 1:
            with self._lock:
                return super().__getitem__(index)
        return super().__getitem__(index)

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, slice):
            with self._lock:
                super().__setitem__(index, value)
        else:
            super().__setitem__(index, value)

    def __repr__(self) -> str:
        return f"<SynchronizedArray wrapper for {self._kind.__name__}_Array_{self._length}>"


def value(typecode: Any, *arguments: Any, lock: Any = True) -> Any:
    """``multiprocessing.Value``."""
    structured = structures.is_structure(typecode)
    if lock is False:
        return (structures.RawStructure if structured else RawValue)(typecode, *arguments)
    _check_lock(lock)
    own = None if lock in (True, None) else lock
    make: Any = structures.SynchronizedStructure if structured else Synchronized
    return make(typecode, *arguments, lock=own)


def array(typecode: Any, size_or_values: Any, *, lock: Any = True) -> Any:
    """``multiprocessing.Array``."""
    if lock is False:
        return RawArray(typecode, size_or_values)
    _check_lock(lock)
    return SynchronizedArray(typecode, size_or_values, lock=None if lock in (True, None) else lock)


def copy(thing: Any) -> Any:
    """``multiprocessing.sharedctypes.copy``: what a ctypes object holds, in shared memory."""
    kind = type(thing)
    if structures.is_structure(kind):
        held = [getattr(thing, name) for name in structures.fields(kind)]
        return structures.RawStructure(kind, *held)
    if isinstance(thing, ctypes.Array):
        return RawArray(kind._type_, list(thing))
    return RawValue(kind, thing.value)


def _check_lock(lock: Any) -> None:
    if lock not in (True, None) and not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
