"""The futures of ``concurrent.futures``, and waiting for several of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent import futures as real
from typing import Any, NamedTuple

from autograder.explorer.doing import current, do, do_within
from autograder.explorer.families.pooled import CANCELLED
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import connection, endings, results


class DoneAndNotDoneFutures(NamedTuple):
    """What :func:`wait` answers."""

    done: set[Any]
    not_done: set[Any]


class Future:
    """``concurrent.futures.Future``, of an executor.

    Args:
        name: Its job's name.
        pool: The name of the executor's pool.
    """

    def __init__(self, name: str, pool: str) -> None:
        self._shared_name = name
        self._pool = pool
        self.callbacks: list[Callable[[Future], Any]] = []
        self._outcome: tuple[bool, Any] | None = None

    @property
    def _job(self) -> Primitive:
        return current().machine.world.primitives[self._shared_name]

    @property
    def is_done_now(self) -> bool:
        """Whether it is done, for what only the world may decide."""
        return bool(self._job.value)

    def done(self) -> bool:
        """Whether it was finished or cancelled."""
        return do("job.look", self._shared_name) is not None

    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self.done() and self._job.value[0] is CANCELLED

    def running(self) -> bool:
        """Whether a worker has begun with it."""
        current().machine.notes.add("executor-queue")
        if self.done():
            return False
        waiting = current().machine.world.primitives[self._pool].value
        return all(job != self._shared_name for job, *_ in waiting)

    def cancel(self) -> bool:
        """Take it back if nobody has begun with it; whether it is."""
        current().machine.notes.add("executor-queue")
        cancelled = bool(do("pool.cancel", self._pool, self._shared_name))
        if cancelled:
            callbacks, self.callbacks = self.callbacks, []
            for callback in callbacks:
                self.called(callback)
        return cancelled

    def _wait(self, timeout: float | None) -> tuple[bool, Any]:
        if do_within(timeout, "job.wait", "job.look", self._shared_name) is None:
            current().spend(timeout)
            raise TimeoutError
        if self._outcome is None:
            answer = self._job.value[0]
            if answer is CANCELLED:
                raise real.CancelledError
            self._outcome = results.opened(answer)
        return self._outcome

    def result(self, timeout: float | None = None) -> Any:
        """What the call returned, or the exception that it raised."""
        ok, value = self._wait(timeout)
        if ok:
            return value
        raise value

    def exception(self, timeout: float | None = None) -> Any:
        """The exception that the call raised; None if it returned."""
        ok, value = self._wait(timeout)
        return None if ok else value

    def add_done_callback(self, fn: Callable[[Future], Any]) -> None:
        """Have `fn` called with the future when it is done; now, if it is."""
        if self.done():
            self.called(fn)
        else:
            self.callbacks.append(fn)

    def called(self, callback: Callable[[Future], Any]) -> None:
        """Call a callback; what it raises is only written down."""
        try:
            callback(self)
        except Exception as error:  # noqa: BLE001 - whatever it raises
            endings.write_failure(current(), error)

    def __repr__(self) -> str:
        return f"<Future at 0x7f00 state={'finished' if self.done() else 'pending'}>"


# --- Several futures --------------------------------------------------------------------------------


def _ready(futures: list[Future], timeout: float | None) -> list[Future]:
    """Those that are done, once there is one or the time is up."""
    ready = connection.any_of([each._shared_name for each in futures], timeout)
    if not ready:
        current().spend(timeout)
    return [futures[place] for place in ready]


def as_completed(fs: Iterable[Future], timeout: float | None = None) -> Iterator[Future]:
    """``concurrent.futures.as_completed``: the futures as they are done."""
    left = list(dict.fromkeys(fs))
    count = len(left)
    while left:
        ready = _ready(left, timeout)
        if not ready:
            raise TimeoutError(f"{len(left)} (of {count}) futures unfinished")
        left = [each for each in left if each not in ready]
        yield from ready


def wait(
    fs: Iterable[Future], timeout: float | None = None, return_when: str = real.ALL_COMPLETED
) -> Any:
    """``concurrent.futures.wait``: those that are done, and those that are not."""
    if return_when not in (real.ALL_COMPLETED, real.FIRST_COMPLETED, real.FIRST_EXCEPTION):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    left = list(dict.fromkeys(fs))
    done: list[Future] = []
    while left:
        ready = _ready(left, timeout)
        left = [each for each in left if each not in ready]
        done += ready
        failed = any(not each.cancelled() and each.exception() for each in ready)
        if not ready or return_when == real.FIRST_COMPLETED:
            break
        if return_when == real.FIRST_EXCEPTION and failed:
            break
    return DoneAndNotDoneFutures(set(done), set(left))
