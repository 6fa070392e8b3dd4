"""To notice what learners' code does to a process or a lock, where watching would be guessing.

Not waited for, not waited long enough: such mistakes are ones of time, and with sleeps a verdict on
them would depend on chance. So a probe lets its processes stand at a *gate*, and opens it when
somebody waits for them. Whoever waits is let through, at once and always; whoever does not wait
finds the process where it stood. Whether a lock was let go is a matter of time as well, for others
may come too late to take it: so a :class:`WatchedLock` counts. And who would wait for ever need not
be waited for: a :class:`WatchedFlag` tells at once.
"""

from __future__ import annotations

import math
import os
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from multiprocessing import Lock, get_context, synchronize
from multiprocessing.process import BaseProcess
from typing import Any

from course.timeline import mark

# From the third question on, asking is waiting.
POLLS = 3

Told = Callable[[BaseProcess], None]


@contextmanager
def noticing(
    waits: Told, asked: Counter[str], *, at_most: float | None = None, opens: float = math.inf
) -> Iterator[None]:
    """Do as :func:`notice` says until the block ends."""
    undo = notice(waits, asked, at_most=at_most, opens=opens)
    try:
        yield
    finally:
        undo()


def notice(
    waits: Told, asked: Counter[str], *, at_most: float | None = None, opens: float = math.inf
) -> Callable[[], None]:
    """Call ``waits(process)`` whenever somebody in this process waits for another to end.

    That is: a ``join`` without a time limit, taking its sentinel (one does that to wait on it), or
    asking ``is_alive`` or ``exitcode`` for the third time. Answers are what they would have been.

    Args:
        waits: Called before a join, and after a question was answered.
        asked: Counts the questions, by name; a ``join`` with a time limit as ``"short-join"``.
        at_most: For so many seconds at most a ``join`` with a time limit lasts on a process that
            nobody has waited for yet. It stands at a gate, and a longer wait would end as this one.
        opens: After so many seconds the gate opens by itself. Whoever joins for as long, all limits taken
            together, is let through at once.

    Returns:
        What undoes it.

    >>> asked = Counter()
    >>> with noticing(print, asked):
    ...     from multiprocessing import Process
    ...     Process().is_alive()
    False
    >>> asked["is_alive"]
    1
    """
    names = ("join", "is_alive", "exitcode", "sentinel")
    kept = {name: vars(BaseProcess)[name] for name in names}
    polls: Counter[int] = Counter()
    joined: defaultdict[int, float] = defaultdict(float)
    let_through: set[int] = set()

    def wait(process: BaseProcess) -> None:
        let_through.add(id(process))
        waits(process)

    def join(self: BaseProcess, timeout: float | None = None) -> None:
        asked["join" if timeout is None else "short-join"] += 1
        if timeout is None:
            wait(self)
        elif at_most is not None and id(self) not in let_through:
            joined[id(self)] += timeout
            if joined[id(self)] >= opens:
                wait(self)
            else:
                timeout = min(timeout, at_most)
        kept["join"](self, timeout)

    def poll(self: BaseProcess, name: str, answer: Any) -> Any:
        asked[name] += 1
        polls[id(self)] += 1
        if polls[id(self)] >= POLLS:
            wait(self)
        return answer

    def is_alive(self: BaseProcess) -> bool:
        return bool(poll(self, "is_alive", kept["is_alive"](self)))

    def exitcode(self: BaseProcess) -> int | None:
        code: int | None = poll(self, "exitcode", kept["exitcode"].fget(self))
        return code

    def sentinel(self: BaseProcess) -> int:
        asked["sentinel"] += 1
        wait(self)
        handle: int = kept["sentinel"].fget(self)
        return handle

    noticed = (join, is_alive, property(exitcode), property(sentinel))
    _replace(dict(zip(names, noticed, strict=True)))
    return partial(_replace, kept)


def _replace(versions: Mapping[str, object]) -> None:
    for name, version in versions.items():
        setattr(BaseProcess, name, version)


class WatchedFlag(synchronize.Event):
    """A ``multiprocessing.Event`` that is to be looked at, by the processes it is given to.

    Whoever waits there for it to be set, without a time limit, does nothing else meanwhile: the
    process notes ``"flagged"`` on the tape and ends instead, with exit code 1.

    >>> flag = WatchedFlag()
    >>> flag.set()
    >>> flag.wait()
    True
    """

    def __init__(self) -> None:
        super().__init__(ctx=get_context())
        self._maker = os.getpid()

    def wait(self, timeout: float | None = None) -> bool:
        """As the real one does, but see above."""
        alone = threading.current_thread() is threading.main_thread()
        if timeout is None and alone and os.getpid() != self._maker and not self.is_set():
            mark("flagged")
            os._exit(1)
        return super().wait(timeout)


class WatchedLock:
    """A ``multiprocessing.Lock`` that knows what the process it was given to does with it.

    Attributes:
        released: How often this process has let it go.

    Whoever holds it and would wait for it without a time limit, would wait for ever: the process
    notes ``"stuck"`` on the tape and ends instead, with exit code 1.

    >>> lock = WatchedLock()
    >>> with lock:
    ...     lock.held(), lock.released
    (True, 0)
    >>> lock.held(), lock.released
    (False, 1)
    """

    def __init__(self) -> None:
        self.released = 0
        self._lock = Lock()
        self._mine = False

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """As the real one does, but see above."""
        if self._mine and block and timeout is None:
            mark("stuck")
            os._exit(1)
        taken = self._lock.acquire(block, timeout)
        self._mine = self._mine or taken
        return taken

    def release(self) -> None:
        """As the real one does."""
        self._lock.release()
        self._mine = False
        self.released += 1

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()

    def held(self) -> bool:
        """Whether anybody holds it at this moment."""
        free = self._lock.acquire(block=False)
        if free:
            self._lock.release()
        return not free
