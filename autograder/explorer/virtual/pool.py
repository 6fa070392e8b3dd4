"""``multiprocessing.Pool``.

A pool's threads in the parent are here the few things that they do: results are handed on by agents,
or by one thread of the parent where there are callbacks to run; a worker that has ended is replaced.
"""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self

from autograder.explorer.doing import current, do, here, unsupported
from autograder.explorer.families.pooled import Pooled, deliver
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import chunks, endings, environment, library, results, workers
from autograder.explorer.virtual.imports import module, virtual
from autograder.explorer.virtual.keeping import Keeper

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"


class Pool:
    """``multiprocessing.pool.Pool``."""

    def __init__(
        self,
        processes: int | None = None,
        initializer: Callable[..., Any] | None = None,
        initargs: Iterable[Any] = (),
        maxtasksperchild: int | None = None,
        context: Any = None,
    ) -> None:
        self._state = "INIT"
        if processes is None:
            processes = environment.cpu_count()
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (
            not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0
        ):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        mine = current()
        machine = mine.machine
        things = machine.world.primitives
        self._processes = processes
        self._pooled = Pooled(things[mine.key], mine.key, workers.is_alike(machine))
        thing = Primitive("pool", [], limit=processes, extra=self._pooled)
        self._shared_name = machine.add(mine.new_name("pool"), thing)
        arguments = (initializer, tuple(initargs), maxtasksperchild)
        self._keeper = self._pooled.keeper = Keeper(self._shared_name, arguments, context)
        for _ in range(processes):
            worker = self._keeper.hire()
            if workers.SLOW not in machine.registry.learned:
                self._pooled.idle.append(worker._record.actor)
        self._cancel = endings.at_exit(mine, 15, self._stop)
        self._stopped = False
        self._state = RUN

    def __fork__(self, _copier: Any) -> Any:
        """A forked child has a pool without its threads, of no use to it."""
        return _Forked()

    def __reduce__(self) -> Any:
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    @property
    def _pool(self) -> list[Any]:
        return [each for each in self._keeper.workers if each._record.code is None]

    def _repopulate_pool(self) -> None:
        """Replace the workers that have ended; here that has happened when they did."""

    def __del__(self) -> None:
        if self._state != RUN or here.task is None or here.closing:
            return
        if here.task.process is self._keeper.process:  # it was not left by another execution
            message = f"unclosed running multiprocessing pool {self!r}"
            warnings.warn(message, ResourceWarning, source=self, stacklevel=2)

    def _check_running(self) -> None:
        if self._state != RUN:
            raise ValueError("Pool not running")

    def _hand_in(self, make: Callable[[str], Any], tasks: list[Any], looked: str = "") -> Any:
        """Give the workers a job with `tasks`, each a function and its arguments; its result."""
        mine = current()
        machine = mine.machine
        name = mine.new_name("job")
        job = Primitive("job", {}, limit=len(tasks), extra=looked)
        machine.add(name, job)
        self._pooled.jobs[name] = job
        result = make(name)
        calls_back = getattr(result, "calls_back", False)
        if calls_back:
            self._keeper.call_back()
            self._keeper.results[name] = result
            self._keeper.handed_in[name] = len(mine.tasks[0].used)
        ready: list[tuple[str, int, bytes]] = []
        failed = []
        for part, task in enumerate(tasks):
            try:
                ready.append((name, part, pickle.dumps(task)))
            except Exception as error:  # noqa: BLE001 - the task's result is that it cannot be sent
                failed.append((None, name, part, results.failed(error)))
        if not calls_back:
            for _, _, part, answer in failed:
                deliver(job, part, answer)
        do("pool.put", self._shared_name, (name, ready))
        if calls_back:
            for each in failed:
                workers.post(machine, self._shared_name, each)
        return result

    def apply(self, func: Any, args: Iterable[Any] = (), kwds: Any = {}) -> Any:  # noqa: B006 - theirs
        """Call a function in a worker; its result."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(
        self,
        func: Any,
        args: Iterable[Any] = (),
        kwds: Any = {},  # noqa: B006 - the real signature
        callback: Any = None,
        error_callback: Any = None,
    ) -> results.ApplyResult:
        """Have a function called in a worker."""
        self._check_running()
        made: results.ApplyResult = self._hand_in(
            lambda name: results.ApplyResult(name, callback, error_callback), [(func, args, kwds)]
        )
        return made

    def map(self, func: Any, iterable: Iterable[Any], chunksize: int | None = None) -> Any:
        """The function's results for all arguments, in their order."""
        return self._map(chunks.each, func, iterable, chunksize).get()

    def map_async(
        self,
        func: Any,
        iterable: Iterable[Any],
        chunksize: int | None = None,
        callback: Any = None,
        error_callback: Any = None,
    ) -> results.MapResult:
        """Have a function called for all arguments."""
        return self._map(chunks.each, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func: Any, iterable: Iterable[Any], chunksize: int | None = None) -> Any:
        """Like ``map``, with each entry unpacked as arguments."""
        return self._map(chunks.each_unpacked, func, iterable, chunksize).get()

    def starmap_async(
        self,
        func: Any,
        iterable: Iterable[Any],
        chunksize: int | None = None,
        callback: Any = None,
        error_callback: Any = None,
    ) -> results.MapResult:
        """Like ``map_async``, with each entry unpacked as arguments."""
        return self._map(chunks.each_unpacked, func, iterable, chunksize, callback, error_callback)

    def _map(
        self,
        mapper: Any,
        func: Any,
        iterable: Iterable[Any],
        chunksize: int | None,
        callback: Any = None,
        error_callback: Any = None,
    ) -> results.MapResult:
        self._check_running()
        values = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(values), self._processes * 4)
            chunksize += bool(extra)
        tasks: list[Any] = [(mapper, chunk, {}) for chunk in chunks.chunks(func, values, chunksize)]
        blank = len(values) if chunksize == 0 else 0  # no task is made, and the results stay None
        made: results.MapResult = self._hand_in(
            lambda name: results.MapResult(name, callback, error_callback, blank), tasks
        )
        return made

    def imap(self, func: Any, iterable: Iterable[Any], chunksize: int = 1) -> Iterator[Any]:
        """The function's results one by one, in the order of the arguments."""
        return self._imap(func, iterable, chunksize, results.IMapIterator, "ordered")

    def imap_unordered(
        self, func: Any, iterable: Iterable[Any], chunksize: int = 1
    ) -> Iterator[Any]:
        """The function's results one by one, as they come."""
        return self._imap(func, iterable, chunksize, results.IMapUnorderedIterator, "unordered")

    def _imap(
        self, func: Any, iterable: Iterable[Any], chunksize: int, kind: Any, looked: str
    ) -> Iterator[Any]:
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize}")
        mine = current()
        steps = mine.machine.steps
        tasks = list(chunks.guarded(func, iterable, chunksize))
        if mine.machine.steps != steps:  # in reality another thread goes through it meanwhile
            mine.machine.notes.add("pool-arguments")
        found: Iterator[Any] = self._hand_in(kind, tasks, looked)
        if chunksize == 1:
            return found
        return (item for chunk in found for item in chunk)

    def close(self) -> None:
        """Take no more jobs; workers end when they have done all."""
        if self._state == RUN:
            self._state = CLOSE

    def terminate(self) -> None:
        """End the workers now, whatever they are doing."""
        self._state = TERMINATE
        self._stop()

    def _stop(self) -> None:
        if self._stopped:
            return
        self._stopped = True
        self._cancel()
        do("pool.stop", self._shared_name)
        self._keeper.check_quiet()
        self._keeper.see_off(stopped=True)

    def join(self) -> None:
        """Wait for the workers to end."""
        if self._state == RUN:
            raise ValueError("Pool is still running")
        if self._stopped:
            return
        do("pool.join", self._shared_name)
        self._stopped = True
        self._cancel()
        self._keeper.see_off(stopped=False)

    def __enter__(self) -> Self:
        self._check_running()
        return self

    def __exit__(self, *_error: object) -> None:
        self.terminate()

    def __repr__(self) -> str:
        return f"<multiprocessing.pool.Pool state={self._state} pool_size={len(self._pool)}>"


class _Forked:
    """A pool in a forked child."""

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        unsupported(f"Pool.{name} in a forked child")


def pool(
    processes: int | None = None,
    initializer: Callable[..., Any] | None = None,
    initargs: Iterable[Any] = (),
    maxtasksperchild: int | None = None,
    context: Any = None,
) -> Pool:
    """``multiprocessing.Pool``."""
    return Pool(processes, initializer, initargs, maxtasksperchild, context)


library.add_names({"Pool": pool})


@virtual("multiprocessing.pool")
def _pool() -> Any:
    names = {
        "Pool": Pool,
        "AsyncResult": results.ApplyResult,
        "ApplyResult": results.ApplyResult,
        "MapResult": results.MapResult,
        "IMapIterator": results.IMapIterator,
        "IMapUnorderedIterator": results.IMapUnorderedIterator,
        "MaybeEncodingError": workers.MaybeEncodingError,
        "RemoteTraceback": workers.RemoteTraceback,
        "TimeoutError": library.TimeoutError,
        "RUN": RUN,
        "CLOSE": CLOSE,
        "TERMINATE": TERMINATE,
    }
    return module("multiprocessing.pool", names)
