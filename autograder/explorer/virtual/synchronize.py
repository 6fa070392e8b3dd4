"""The locks of ``multiprocessing``: one thing in the world each, and handles to it."""

from __future__ import annotations

from threading import BrokenBarrierError
from typing import Any

from autograder.explorer.actors import PATIENCE, current, do, do_within, here, register_error
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import names

_MOST = 2**31 - 1
register_error(BrokenBarrierError)


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
    if not 0 <= value <= _MOST:
        raise OSError(22, "Invalid argument")


class Condition(Handle):
    """``multiprocessing.Condition``."""

    _called = "condition"

    def __init__(self, lock: Any = None) -> None:
        super().__init__(Primitive("condition", [0, 0, 0]))
        self._lock = lock or RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self) -> dict[str, Any]:
        state = super().__getstate__()
        del state["acquire"], state["release"]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self) -> bool:
        return bool(self._lock.__enter__())

    def __exit__(self, *error: object) -> None:
        self._lock.__exit__(*error)

    def _depth(self) -> int:
        """How often this process holds the lock."""
        thing = self._lock._thing()
        if thing.owner != here.task.actor:
            return 0
        return int(thing.depth) if thing.family == "rlock" else 1

    def wait(self, timeout: float | None = None) -> bool:
        """Give up the lock, sleep until notified, take the lock again; whether it was notified."""
        depth = self._depth()
        assert depth, "must acquire() condition before using wait()"
        name = self._shared_name
        do("condition.sleep", name)
        for _ in range(depth):
            self._lock.release()
        try:
            woken = bool(do_within(timeout, "condition.wake", "condition.give-up", name))
            if not woken:
                current().spend(timeout)
            return woken
        finally:
            for _ in range(depth):
                self._lock.acquire()

    def notify(self, n: int = 1) -> None:
        """Wake at most `n` sleepers."""
        assert self._depth(), "lock is not owned"
        called = do("condition.notify", self._shared_name, n)
        if called:
            do("condition.counted", self._shared_name, called)

    def notify_all(self) -> None:
        """Wake all sleepers."""
        self.notify(_MOST)

    def wait_for(self, predicate: Any, timeout: float | None = None) -> Any:
        """Wait until `predicate()` is true, or the time is up."""
        process = current()
        result = predicate()
        if result or timeout is None:
            while not result:
                self.wait()
                result = predicate()
            return result
        end = process.clock + timeout
        while not result:
            left = end - process.clock
            if left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def __repr__(self) -> str:
        return f"<Condition({self._lock!r}, unknown)>"


class Event(Handle):
    """``multiprocessing.Event``."""

    _called = "event"

    def __init__(self) -> None:
        super().__init__(Primitive("event", [False, set(), set()]))

    def is_set(self) -> bool:
        """Whether it is set."""
        return bool(do("event.is-set", self._shared_name))

    def set(self) -> None:
        """Set it and wake who sleeps."""
        if do("event.set", self._shared_name):
            do("event.awake", self._shared_name)

    def clear(self) -> None:
        """Take it back."""
        do("event.clear", self._shared_name)

    def wait(self, timeout: float | None = None) -> bool:
        """Sleep until it is set; whether it is set on waking."""
        name = self._shared_name
        if do("event.wait", name):
            return True
        is_set = bool(do_within(timeout, "event.wake", "event.give-up", name))
        if timeout is None or timeout >= PATIENCE:
            is_set = self.is_set()  # it may have been cleared since
        if not is_set:
            current().spend(timeout)
        return is_set

    def __repr__(self) -> str:
        return f"<Event at 0x7f00 {'set' if self.is_set() else 'unset'}>"


class Barrier(Handle):
    """``multiprocessing.Barrier``."""

    _called = "barrier"

    def __init__(self, parties: int, action: Any = None, timeout: float | None = None) -> None:
        if parties < 1:
            raise ValueError("parties must be > 0")
        super().__init__(Primitive("barrier", ["filling", 0], limit=parties))
        self._action = action
        self._timeout = timeout
        self._parties = parties

    def wait(self, timeout: float | None = None) -> int:
        """Wait until all parties have arrived; the place at which this one did."""
        name = self._shared_name
        timeout = self._timeout if timeout is None else timeout
        place = int(do("barrier.enter", name, self._action is not None))
        if place == self._parties - 1:
            try:
                if self._action is not None:
                    self._action()
                    do("barrier.release", name)
            except BaseException:
                do("barrier.abort", name)
                do("barrier.leave", name)
                raise
            do("barrier.pass", name)
        else:
            do_within(timeout, "barrier.pass", "barrier.give-up", name)
        return place

    def reset(self) -> None:
        """Send those who wait away, and begin anew."""
        do("barrier.reset", self._shared_name)

    def abort(self) -> None:
        """Break it."""
        do("barrier.abort", self._shared_name)

    @property
    def parties(self) -> int:
        """How many must arrive."""
        return self._parties

    @property
    def n_waiting(self) -> int:
        """How many have arrived."""
        return int(do("barrier.look", self._shared_name)[1])

    @property
    def broken(self) -> bool:
        """Whether it is broken."""
        return bool(do("barrier.look", self._shared_name)[0] == "broken")

    def __repr__(self) -> str:
        return f"<Barrier at 0x7f00: waiters={self.n_waiting}/{self._parties}>"
