"""What a manager has for synchronization: the things of ``threading`` and ``queue``, in its server.

Their mistakes are those of threads: a lock that is not held cannot be released (RuntimeError), a
condition must be held to wait for it.
"""

from __future__ import annotations

import pickle
from queue import Empty, Full
from typing import Any

from autograder.explorer.doing import current, do, do_within
from autograder.explorer.operations import Error
from autograder.explorer.virtual.meetings import Parties, Sleepers
from autograder.explorer.virtual.pickles import loads
from autograder.explorer.virtual.proxies import BaseProxy, reach

_NOT_HELD = {
    "lock": Error("RuntimeError", "release unlocked lock"),
    "rlock": Error("RuntimeError", "cannot release un-acquired lock"),
}


class AcquirerProxy(BaseProxy):
    """A proxy of a lock or a semaphore."""

    _exposed_ = ("acquire", "release")

    def acquire(self, blocking: bool = True, timeout: float | None = None) -> bool:
        """Take it, at once or when it can be had; whether it was taken."""
        reach(self._server, waits=blocking)
        kind, name = self._thing().family, self._shared_name
        if timeout is not None and timeout < 0:
            timeout = None
        if not blocking:
            return bool(do(f"{kind}.try", name))
        taken = bool(do_within(timeout, f"{kind}.acquire", f"{kind}.try", name))
        if not taken:
            current().spend(timeout)
        return taken

    def release(self) -> None:
        """Give it back."""
        reach(self._server)
        thing = self._thing()
        try:
            do(f"{thing.family}.release", self._shared_name, _NOT_HELD.get(thing.family))
        except ValueError:
            raise ValueError("Semaphore released too many times") from None

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_error: object) -> None:
        self.release()

    def __str__(self) -> str:
        thing = self._thing()
        if thing.family not in ("lock", "rlock"):
            return f"<threading.Semaphore at 0x7f00: value={thing.value}>"
        locked = "unlocked" if do(f"{thing.family}.look", self._shared_name) is None else "locked"
        return (
            f"<{locked} _thread.{'lock' if thing.family == 'lock' else 'RLock'} object at 0x7f00>"
        )


class ConditionProxy(Sleepers, BaseProxy):
    """A proxy of a condition."""

    _exposed_ = ("acquire", "release", "wait", "notify", "notify_all")

    def __init__(self, name: str, typeid: str, server: str, lock: AcquirerProxy) -> None:
        super().__init__(name, typeid, server)
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __reduce__(self) -> Any:
        return ConditionProxy, (self._shared_name, self._typeid, self._server, self._lock)

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_error: object) -> None:
        self.release()

    def wait(self, timeout: float | None = None) -> bool:
        """Give up the lock, sleep until notified, take the lock again; whether it was notified."""
        reach(self._server)
        if not self._depth():
            raise RuntimeError("cannot wait on un-acquired lock")
        return super().wait(timeout)

    def notify(self, n: int = 1) -> None:
        """Wake at most `n` sleepers."""
        reach(self._server)
        if not self._depth():
            raise RuntimeError("cannot notify on un-acquired lock")
        super().notify(n)


class EventProxy(BaseProxy):
    """A proxy of an event: unlike a process's own, it is set without waiting for who wakes."""

    _exposed_ = ("is_set", "set", "clear", "wait")

    def is_set(self) -> bool:
        """Whether it is set."""
        reach(self._server)
        return bool(do("event.is-set", self._shared_name))

    def set(self) -> None:
        """Set it."""
        reach(self._server)
        do("event.set", self._shared_name)

    def clear(self) -> None:
        """Take it back."""
        reach(self._server)
        do("event.clear", self._shared_name)

    def wait(self, timeout: float | None = None) -> bool:
        """Sleep until it is set; false if the time was up first."""
        reach(self._server)
        name = self._shared_name
        if do("event.wait", name):
            return True
        if timeout is None:
            do("event.wake", name)
            return True  # even if it has been cleared since
        called = bool(do_within(timeout, "event.wake", "event.give-up", name))
        if not called:
            current().spend(timeout)
        return called


class BarrierProxy(Parties, BaseProxy):
    """A proxy of a barrier."""

    _exposed_ = ("__getattribute__", "wait", "abort", "reset")

    def __init__(
        self, name: str, typeid: str, server: str, parties: int, timeout: float | None
    ) -> None:
        super().__init__(name, typeid, server)
        self._parties = parties
        self._timeout = timeout

    def wait(self, timeout: float | None = None) -> int:
        """Wait until all parties have arrived; the place at which this one did."""
        reach(self._server)
        return super().wait(timeout)

    def abort(self) -> None:
        """Break it."""
        reach(self._server)
        super().abort()

    def reset(self) -> None:
        """Send those who wait away, and begin anew."""
        reach(self._server)
        super().reset()

    @property
    def n_waiting(self) -> int:
        """How many have arrived."""
        reach(self._server)
        return super().n_waiting

    @property
    def broken(self) -> bool:
        """Whether it is broken."""
        reach(self._server)
        return super().broken


class QueueProxy(BaseProxy):
    """A proxy of a ``queue.Queue``: what is put is in it at once, pickled as it was then."""

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        """Put a thing in, as soon as there is room."""
        message = pickle.dumps(item)
        reach(self._server, waits=block and self._thing().limit > 0)
        if not self._do("put", message, block, timeout):
            raise Full

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Take the oldest thing out."""
        reach(self._server, waits=block)
        message = self._do("get", None, block, timeout)
        if message is None:
            raise Empty
        return loads(message)

    def _do(self, what: str, argument: Any, block: bool, timeout: float | None) -> Any:
        name = self._shared_name
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not block:
            return do(f"store.try-{what}", name, argument)
        answer = do_within(timeout, f"store.{what}", f"store.try-{what}", name, argument)
        if not answer:
            current().spend(timeout)
        return answer

    def put_nowait(self, item: Any) -> None:
        """Put without waiting."""
        self.put(item, False)

    def get_nowait(self) -> Any:
        """Get without waiting."""
        return self.get(False)

    def qsize(self) -> int:
        """How many things are in it."""
        reach(self._server)
        return int(do("store.look", self._shared_name))

    def empty(self) -> bool:
        """Whether it is empty."""
        return self.qsize() == 0

    def full(self) -> bool:
        """Whether there is no room."""
        limit = self._thing().limit
        return 0 < limit <= self.qsize()

    def task_done(self) -> None:
        """One thing that was got is dealt with."""
        reach(self._server)
        do("store.done", self._shared_name)

    def join(self) -> None:
        """Wait until all that was put is dealt with."""
        reach(self._server, waits=True)
        do("store.join", self._shared_name)

    def __repr__(self) -> str:
        return f"<AutoProxy[{self._typeid}] object, typeid {self._typeid!r} at 0x7f00>"

    def __str__(self) -> str:
        return "<queue.Queue object at 0x7f00>"


QueueProxy.__name__ = "AutoProxy[Queue]"  # as it is shown; pickle goes by its qualified name
