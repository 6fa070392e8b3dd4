"""Where processes meet: the conditions, events and barriers of ``multiprocessing``."""

from __future__ import annotations

from threading import BrokenBarrierError
from typing import Any

from autograder.explorer.doing import PATIENCE, current, do, do_within, here, register_error
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual.synchronize import MOST, Handle, RLock

register_error(BrokenBarrierError)


class Sleepers:
    """Those who sleep on a condition, be it a process's own or a manager's."""

    _shared_name: str
    _lock: Any

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
        self.notify(MOST)

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


class Condition(Sleepers, Handle):
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


class Parties:
    """Those who meet at a barrier, be it a process's own or a manager's."""

    _shared_name: str
    _parties: int
    _timeout: float | None
    _action: Any

    def wait(self, timeout: float | None = None) -> int:
        """Wait until all parties have arrived; the place at which this one did."""
        name = self._shared_name
        timeout = self._timeout if timeout is None else timeout
        place = int(do("barrier.enter", name, None if self._action is None else "acts"))
        if place == self._parties - 1:
            try:
                if self._action is not None:
                    self._action()
                    do("barrier.release", name)
            except BaseException:
                do("barrier.fail", name)
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


class Barrier(Parties, Handle):
    """``multiprocessing.Barrier``."""

    _called = "barrier"

    def __init__(self, parties: int, action: Any = None, timeout: float | None = None) -> None:
        if parties < 1:
            raise ValueError("parties must be > 0")
        super().__init__(Primitive("barrier", ["filling", 0], limit=parties))
        self._action = action
        self._timeout = timeout
        self._parties = parties

    def __repr__(self) -> str:
        return f"<Barrier at 0x7f00: waiters={self.n_waiting}/{self._parties}>"
