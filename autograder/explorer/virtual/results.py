"""What a pool gives for a job: something to wait for."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

from autograder.explorer.doing import current, do, do_within
from autograder.explorer.families.pooled import Failed
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import library
from autograder.explorer.virtual.pickles import loads
from autograder.explorer.virtual.workers import RemoteTraceback

Callback = Callable[[Any], Any]


def opened(answer: tuple[bool, Any]) -> tuple[bool, Any]:
    """A worker's answer, unpickled; an exception knows where it came from."""
    ok, value = answer
    if isinstance(value, bytes):
        value = loads(value)
        if not ok:
            error, told = value
            if told:
                error.__cause__ = RemoteTraceback(told)
            value = error
    return ok, value


def failed(error: Exception) -> tuple[bool, Any]:
    """The answer that an exception of the parent's is; pickled, so that it compares."""
    try:
        return Failed(pickle.dumps((error, "")))
    except Exception:  # noqa: BLE001 - whatever pickling raises
        return Failed(pickle.dumps((RuntimeError(str(error)), "")))


class ApplyResult:
    """``multiprocessing.pool.AsyncResult``.

    Args:
        name: The job's name.
        callback: Called with the result.
        error_callback: Called with the exception.
    """

    def __init__(
        self, name: str, callback: Callback | None = None, error_callback: Callback | None = None
    ) -> None:
        self._shared_name = name
        self._callback = callback
        self._error_callback = error_callback
        self._outcome: tuple[bool, Any] | None = None

    @property
    def calls_back(self) -> bool:
        """Whether there is a callback to be run."""
        return self._callback is not None or self._error_callback is not None

    @property
    def _job(self) -> Primitive:
        return current().machine.world.primitives[self._shared_name]

    def _settled(self) -> tuple[bool, Any]:
        """Whether it went well, and the result or the exception; once all parts have come."""
        if self._outcome is None:
            self._outcome = self._put_together(self._job)
        return self._outcome

    def _put_together(self, job: Primitive) -> tuple[bool, Any]:
        return opened(job.value[0])

    def call_back(self, part: int, answer: tuple[bool, Any]) -> None:
        """If `answer` is the last that was missing, run the callback that goes with the outcome."""
        job = self._job
        if len(job.value) + 1 < job.limit:
            return
        failed = part if job.owner is None and not answer[0] else job.owner
        whole = Primitive("job", {**job.value, part: answer}, limit=job.limit, owner=failed)
        self._outcome = ok, value = self._put_together(whole)
        callback = self._callback if ok else self._error_callback
        if callback is not None:
            callback(value)

    def ready(self) -> bool:
        """Whether the outcome is there."""
        return do("job.look", self._shared_name) is not None

    def successful(self) -> bool:
        """Whether it went well; the outcome must be there."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._settled()[0]

    def wait(self, timeout: float | None = None) -> None:
        """Wait for the outcome, or until the time is up."""
        self._wait(timeout)

    def _wait(self, timeout: float | None) -> bool:
        there = do_within(timeout, "job.wait", "job.look", self._shared_name) is not None
        if not there:
            current().spend(timeout)
        return there

    def get(self, timeout: float | None = None) -> Any:
        """The result, or the exception raised."""
        if not self._wait(timeout):
            raise library.TimeoutError
        ok, value = self._settled()
        if ok:
            return value
        raise value

    def __repr__(self) -> str:
        return f"<multiprocessing.pool.{type(self).__name__} object at 0x7f00>"


class MapResult(ApplyResult):
    """``multiprocessing.pool.MapResult``: of several chunks; the first to fail decides.

    Args:
        name: The job's name.
        callback: Called with the results.
        error_callback: Called with the exception.
        blank: How many results stay None, because no task was made of anything.
    """

    def __init__(
        self,
        name: str,
        callback: Callback | None = None,
        error_callback: Callback | None = None,
        blank: int = 0,
    ) -> None:
        super().__init__(name, callback, error_callback)
        self._blank = blank

    def _put_together(self, job: Primitive) -> tuple[bool, Any]:
        if job.owner is not None:
            return opened(job.value[job.owner])
        chunks = [opened(job.value[part])[1] for part in range(job.limit)]
        return True, [None] * self._blank + [each for chunk in chunks for each in chunk]


class IMapIterator:
    """``multiprocessing.pool.IMapIterator``: results one by one."""

    def __init__(self, name: str) -> None:
        self._shared_name = name
        self._index = 0

    def __iter__(self) -> IMapIterator:
        return self

    def next(self, timeout: float | None = None) -> Any:
        """The next result, or the exception raised."""
        job = current().machine.world.primitives[self._shared_name]
        if self._index == job.limit:
            raise StopIteration
        answer = do_within(timeout, "job.next", "job.try-next", self._shared_name, self._index)
        if answer is None:
            current().spend(timeout)
            raise library.TimeoutError
        self._index += 1
        ok, value = opened(answer)
        if ok:
            return value
        raise value

    __next__ = next  # noqa: A003 - theirs


class IMapUnorderedIterator(IMapIterator):
    """``multiprocessing.pool.IMapUnorderedIterator``: results as they come."""
