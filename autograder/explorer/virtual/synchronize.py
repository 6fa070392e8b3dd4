"""The locks and semaphores of ``multiprocessing``: one thing in the world each, and handles to it."""

from __future__ import annotations

import sys
from typing import Any

from autograder.explorer.doing import current, do, do_within, here
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import names

MOST = 2**31 - 1
"""The most that a semaphore can count."""


class Handle:
    """A process's handle to a shared thing; pickled, it is a handle to the same thing."""

    _family = ""
    _called = ""

    def __init__(self, thing: Primitive) -> None:
        process = current()
        self._shared_name = process.machine.add(process.new_name(self._called), thing)
        if (process.extras.get("method") or process.machine.settings.start_method) == "fork":
            self._for_fork = True

    def _thing(self) -> Primitive:
        """Its state, for what only the world may decide."""
        return current().machine.world.primitives[self._shared_name]

    def __getstate__(self) -> dict[str, Any]:
        assert_spawning(self)
        names.sent(self._shared_name)
        return self.__dict__.copy()

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)


def assert_spawning(handle: Any) -> None:
    """Refuse to be pickled except on the way to a child.

    Raises:
        RuntimeError: as the real ones do.
    """
    if "spawning" not in current().extras:
        raise RuntimeError(
            f"{type(handle).__name__} objects should only be shared between processes"
            " through inheritance"
        )
    if handle.__dict__.get("_for_fork"):
        raise RuntimeError(
            "A SemLock created in a fork context is being shared with a process in a spawn context."
            " This is not supported. Please use the same context to create multiprocessing objects"
            " and Process."
        )


class _Acquirable(Handle):
    """What is acquired and released."""

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take it, at once or when it can be had; whether it was taken."""
        kind, name = self._family, self._shared_name
        if not block:
            return bool(do(f"{kind}.try", name))
        taken = bool(do_within(timeout, f"{kind}.acquire", f"{kind}.try", name))
        if not taken:
            current().spend(timeout)
        return taken

    def release(self) -> None:
        """Give it back."""
        do(f"{self._family}.release", self._shared_name)

    if sys.version_info >= (3, 14):

        def locked(self) -> bool:
            """Whether it could not be taken now."""
            return self._is_zero()

    def _is_zero(self) -> bool:
        return do(f"{self._family}.look", self._shared_name) is not None

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_error: object) -> None:
        self.release()


def _owner_name(owner: int | None) -> str:
    if owner is None:
        return "None"
    return current().name if owner == here.task.actor else "SomeOtherProcess"


class Lock(_Acquirable):
    """``multiprocessing.Lock``."""

    _family = "lock"
    _called = "lock"

    def __init__(self) -> None:
        super().__init__(Primitive("lock"))

    def __repr__(self) -> str:
        return f"<Lock(owner={_owner_name(do('lock.look', self._shared_name))})>"


class RLock(_Acquirable):
    """``multiprocessing.RLock``."""

    _family = "rlock"
    _called = "rlock"

    def __init__(self) -> None:
        super().__init__(Primitive("rlock"))

    def _is_mine(self) -> bool:
        return bool(self._thing().owner == here.task.actor)

    def __repr__(self) -> str:
        owner = do("rlock.look", self._shared_name)
        depth = self._thing().depth
        return f"<RLock({_owner_name(owner)}, {depth if owner is not None else 0})>"


class Semaphore(_Acquirable):
    """``multiprocessing.Semaphore``."""

    _family = "semaphore"
    _called = "semaphore"

    def __init__(self, value: int = 1) -> None:
        _check_count(value)
        super().__init__(Primitive("semaphore", value))

    def get_value(self) -> int:
        """How many could take it now."""
        return int(do(f"{self._family}.look", self._shared_name))

    def _is_zero(self) -> bool:
        return self.get_value() == 0

    def __repr__(self) -> str:
        return f"<{type(self).__name__}(value={self.get_value()})>"


class BoundedSemaphore(Semaphore):
    """``multiprocessing.BoundedSemaphore``."""

    _family = "bounded"

    def __init__(self, value: int = 1) -> None:
        _check_count(value)
        Handle.__init__(self, Primitive("bounded", value, limit=value))

    def __repr__(self) -> str:
        limit = self._thing().limit
        return f"<BoundedSemaphore(value={self.get_value()}, maxvalue={limit})>"


def _check_count(value: int) -> None:
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not 0 <= value <= MOST:
        raise OSError(22, "Invalid argument")


class Locked:
    """What a lock goes with."""

    _lock: Any

    def acquire(self, *arguments: Any, **keywords: Any) -> bool:
        """Take the lock."""
        return bool(self._lock.acquire(*arguments, **keywords))

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()

    def get_lock(self) -> Any:
        """The lock."""
        return self._lock

    def __enter__(self) -> bool:
        return bool(self._lock.__enter__())

    def __exit__(self, *error: object) -> None:
        self._lock.__exit__(*error)
