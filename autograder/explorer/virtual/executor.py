"""``concurrent.futures``: the executor of processes.

Its workers are those of a pool that cannot lose one: when a worker dies, all that is not done is
broken, and so is the executor.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent import futures as real
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Self

from autograder.explorer.actors import Process
from autograder.explorer.doing import current, do, unsupported
from autograder.explorer.families.pooled import Pooled, deliver
from autograder.explorer.operations import Op, Primitive
from autograder.explorer.virtual import endings, environment, results, workers
from autograder.explorer.virtual.futures import Future, as_completed, wait
from autograder.explorer.virtual.imports import module, virtual
from autograder.explorer.virtual.keeping import Keeper

_BROKEN = (
    "A process in the process pool was terminated abruptly while the future was running or pending."
)
_BROKEN_BEFORE = "A child process terminated abruptly, the process pool is not usable anymore"


class ExecutorKeeper(Keeper):
    """What the parent keeps of an executor."""

    broken = False

    def _prepare(self, _worker: Any) -> None:
        """Its workers are ordinary processes."""

    def initialized(self, initializer: Any, initargs: Any) -> bool:
        """In a worker, call its initializer; it ends if that fails, which breaks the executor."""
        try:
            initializer(*initargs)
        except Exception as error:  # noqa: BLE001 - whatever it raises
            endings.write_failure(current(), error)
            return False
        return True

    def unsent(self, error: Exception, _value: Any) -> Exception:
        """A result that cannot be pickled is that error."""
        return error

    def lost(self) -> None:
        """A worker has ended: all is broken."""
        machine = self.process.machine
        if self.broken or self.process.code is not None:
            return
        self.broken = True
        self.process.machine.notes.add("executor-broken")

        def broken(_op: Op, _answer: Any) -> None:
            for worker in self.workers:
                record = worker._record
                op = machine.pending.get(record.actor)
                if record.code is None and op is not None and op.kind != "pool.take":
                    die = Op("process.die", record.key, -15)
                    machine.add_agent(record, f"{record.path}!broken", die, _ended(record))
            for job in self.results:
                self.sent(job)

        answer = results.failed(BrokenProcessPool(_BROKEN))
        path = f"{self.process.path}~{self.name}~broken"
        machine.add_agent(self.process, path, Op("pool.break", self.name, answer), broken)

    def sent(self, job: str) -> None:
        """A future is done: a thread of the parent calls what is to be called then."""
        future = self.results.get(job)
        if future is None or not future.callbacks or not future.is_done_now:
            return
        machine = self.process.machine
        path = f"{self.process.path}~{self.name}~{job}~callbacks"
        machine.births[machine.actor(path)] = machine.steps - 1
        machine.world.primitives[self.name].extra.there += 1
        machine.add_task(self.process, path, lambda: self._call_back(future))

    def _call_back(self, future: Future) -> None:
        do("local.begin", "")
        self.note_callback()
        for callback in future.callbacks:
            future.called(callback)
        do("pool.leave", self.name)


def _ended(record: Process) -> Callable[[Op, Any], None]:
    return lambda _op, _answer: record.machine.end(record, -15)


class ProcessPoolExecutor:
    """``concurrent.futures.ProcessPoolExecutor``."""

    def __init__(
        self,
        max_workers: int | None = None,
        mp_context: Any = None,
        initializer: Callable[..., Any] | None = None,
        initargs: Iterable[Any] = (),
        *,
        max_tasks_per_child: int | None = None,
    ) -> None:
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            unsupported("ProcessPoolExecutor(max_tasks_per_child=...)")
        mine = current()
        things = mine.machine.world.primitives
        self._max_workers = max_workers or environment.cpu_count()
        self._pooled = Pooled(things[mine.key], mine.key, workers.is_alike(mine.machine))
        thing = Primitive("pool", [], limit=self._max_workers, extra=self._pooled)
        self._shared_name = mine.machine.add(mine.new_name("executor"), thing)
        arguments = (initializer, tuple(initargs), None)
        self._keeper = ExecutorKeeper(self._shared_name, arguments, mp_context)
        self._pooled.keeper = self._keeper
        self._closed = False
        self._joined = False
        # Python's threads are joined before anything else is done at the end.
        self._cancel = endings.at_exit(mine, 1000, self._join)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future:
        """Have a function called in a worker."""
        if self._keeper.broken:
            raise BrokenProcessPool(_BROKEN_BEFORE)
        if self._closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        mine = current()
        machine = mine.machine
        name = mine.new_name("job")
        job = Primitive("job", {}, limit=1)
        machine.add(name, job)
        self._pooled.jobs[name] = job
        future = self._keeper.results[name] = Future(name, self._shared_name)
        tasks = []
        try:
            tasks.append((name, 0, pickle.dumps((fn, args, kwargs))))
        except Exception as error:  # noqa: BLE001 - the result is that it cannot be sent
            deliver(job, 0, results.failed(error))
        self._hire()
        do("pool.put", self._shared_name, (name, tasks))
        return future

    def _hire(self) -> None:
        """Start one more worker, or all where they have to be forked."""
        wanted = (
            self._max_workers if self._keeper.method == "fork" else len(self._keeper.workers) + 1
        )
        while len(self._keeper.workers) < min(wanted, self._max_workers):
            worker = self._keeper.hire()
            if workers.SLOW not in current().machine.registry.learned:
                self._pooled.idle.append(worker._record.actor)

    def map(
        self,
        fn: Callable[..., Any],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[Any]:
        """The function's results one by one, in the order of the arguments."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        arguments = zip(*iterables, strict=False)
        waited = []
        while chunk := list(islice(arguments, chunksize)):
            waited.append(self.submit(_each, fn, chunk))

        def found() -> Iterator[Any]:
            try:
                while waited:
                    yield from waited.pop(0).result(timeout)
            finally:
                for future in waited:
                    future.cancel()

        return found()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls, and wait for those that there are."""
        self._closed = True
        if cancel_futures:
            for future in self._keeper.results.values():
                future.cancel()
        if wait:
            self._join()

    def _join(self) -> None:
        self._closed = True
        if self._joined:
            return
        self._joined = True
        self._cancel()
        do("pool.join", self._shared_name)
        self._keeper.see_off(stopped=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.shutdown(wait=True)

    def __reduce__(self) -> Any:
        raise TypeError("cannot pickle '_thread.lock' object")


def _each(fn: Callable[..., Any], chunk: list[tuple[Any, ...]]) -> list[Any]:
    return [fn(*arguments) for arguments in chunk]


_NAMES = {
    "ProcessPoolExecutor": ProcessPoolExecutor,
    "Future": Future,
    "as_completed": as_completed,
    "wait": wait,
    "ALL_COMPLETED": real.ALL_COMPLETED,
    "FIRST_COMPLETED": real.FIRST_COMPLETED,
    "FIRST_EXCEPTION": real.FIRST_EXCEPTION,
    "CancelledError": real.CancelledError,
    "TimeoutError": real.TimeoutError,
    "BrokenExecutor": real.BrokenExecutor,
    "InvalidStateError": real.InvalidStateError,
}


@virtual("concurrent.futures")
def _futures() -> Any:
    return module("concurrent.futures", _NAMES)


@virtual("concurrent.futures.process")
def _futures_process() -> Any:
    names = {"ProcessPoolExecutor": ProcessPoolExecutor, "BrokenProcessPool": BrokenProcessPool}
    return module("concurrent.futures.process", names)


@virtual("concurrent")
def _concurrent() -> Any:
    return module("concurrent", {})
