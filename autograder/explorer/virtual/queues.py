"""The queues of ``multiprocessing``.

``put`` only hands a thing to a feeder of the process's own, which pickles it *later* and writes it to
the pipe. So a thing that changes after ``put`` arrives changed, ``empty()`` may be true right after
``put``, and what cannot be pickled is lost without ``put`` complaining.

A queue with a limit is taken for one without, until more are put in than its limit: before that nobody
waits for room, and whose turn it is to put or to take makes no difference. All executions of a class have
the same puts: so if no class has more of them than fit, no execution has. Where one does, that is learned, and
the exploration begins again with places that can run out.
"""

from __future__ import annotations

import pickle
from collections import Counter
from queue import Empty, Full
from typing import TYPE_CHECKING, Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import current, do, do_within, here
from autograder.explorer.operations import Op, Primitive
from autograder.explorer.virtual import endings, names
from autograder.explorer.virtual.connection import PIPE_BYTES, Connection, unpickled
from autograder.explorer.virtual.feeding import Later
from autograder.explorer.virtual.synchronize import assert_spawning

if TYPE_CHECKING:
    from autograder.explorer.machine import Machine

FILLS = "full"
"""The fact, to be learned, that more are put into a queue than fit."""
_ENDLESS = 2**31 - 1


class _End(Connection):
    """One end of a queue's pipe: open as long as the queue is."""

    def __init__(self, queue: _Readable, source: str | None, target: str | None) -> None:
        self._queue = queue
        self._source = source
        self._target = target

    @property
    def closed(self) -> bool:
        """Whether the queue is closed here."""
        return self._queue._is_shut()

    def close(self) -> None:
        """Close the queue here."""
        self._queue._closed = True


class _Readable:
    """What things are got from."""

    _pipe: str
    _slots: str | None
    _closed = False

    def _took(self) -> None:
        """One was taken out."""

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Take the oldest thing out."""
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if block:
            message = do_within(timeout, "channel.recv", "channel.try-recv", self._pipe)
        else:
            message = do("channel.try-recv", self._pipe)
        if message is None:
            current().spend(timeout if block else None)
            raise Empty
        self._took()
        return unpickled(message)

    def __repr__(self) -> str:
        return f"<multiprocessing.queues.{type(self).__name__} object at 0x7f00>"

    def __getstate__(self) -> dict[str, Any]:
        assert_spawning(self)
        names.sent(self._pipe)
        return {key: each for key, each in self.__dict__.items() if key not in ("_mine", "_closed")}

    def _is_shut(self) -> bool:
        """Whether this process cannot even look any more."""
        return self._closed

    @property
    def _reader(self) -> Connection:
        return _End(self, self._pipe, None)

    @property
    def _writer(self) -> Connection:
        return _End(self, None, self._pipe)

    def empty(self) -> bool:
        """Whether nothing has arrived."""
        if self._is_shut():
            raise OSError("handle is closed")
        return not do("channel.poll", self._pipe)


class Queue(_Readable):
    """``multiprocessing.Queue``."""

    _called = "queue"

    def __init__(self, maxsize: int = 0, *, ctx: Any = None) -> None:  # noqa: ARG002 - theirs
        process = current()
        machine = process.machine
        name = process.new_name(self._called)
        channel = Primitive("channel", [[], 1, 1, 0], limit=PIPE_BYTES)
        self._pipe = self._shared_name = machine.add(name, channel)
        self._maxsize = maxsize if maxsize > 0 else _ENDLESS
        self._limited = maxsize > 0 and FILLS in machine.registry.learned
        count = Primitive("semaphore", maxsize) if self._limited else Primitive("tasks", 0)
        self._slots = machine.add(f"{name}-size", count)
        if (process.extras.get("method") or machine.settings.start_method) == "fork":
            self._for_fork = True

    def __fork__(self, copier: Any) -> Queue:
        """In a forked child it has no feeder yet, nothing to send, and is not closed."""
        copied: Queue = copier.structure(self)
        copied._closed = False
        return copied

    def put(self, obj: Any, block: bool = True, timeout: float | None = None) -> None:
        """Hand a thing to the feeder, as soon as there is room."""
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        assert self._slots is not None
        if not self._limited:
            do("tasks.add", self._slots)
            self._count()
        else:
            if block:
                room = do_within(timeout, "semaphore.acquire", "semaphore.try", self._slots)
            else:
                room = do("semaphore.try", self._slots)
            if not room:
                current().spend(timeout if block else None)
                raise Full
        self._feed(obj)

    def _count(self) -> None:
        """One more was put in; where that is more than fit, have all begin again with places that run out."""
        machine = current().machine
        puts = machine.processes[0].extras.setdefault("puts", Counter())
        puts[self._pipe] += 1
        if puts[self._pipe] > self._maxsize:
            machine.learn(FILLS)

    def _feed(self, obj: Any) -> None:
        process = current()
        machine = process.machine
        mine = process.extras.setdefault("feeders", {})
        feeder = mine.get(self._pipe)
        if feeder is None:
            feeder = mine[self._pipe] = f"{process.path}~{self._pipe}"
            machine.add(feeder, Primitive("feeder", 0))
            endings.at_exit(process, -5, self._drain(process, feeder))
        count = machine.world.primitives[feeder]
        count.value += 1
        unfinished: list[Any] = []

        def sent(op: Op, answer: Any) -> None:
            if op.kind == "channel.flush":
                more = self._after(machine, op, answer)
                if more is not None:
                    agent = machine.agents[machine.actor(feeder)]
                    agent.ops.insert(0, more)
                    agent.causes.insert(0, machine.steps - 1)
                    unfinished.append(op.argument)
                    return
            count.value -= 1
            if op.object == self._slots:
                self._complain(process, feeder, *unfinished[-1].lost)

        late = Later(obj, process, feeder)
        machine.add_agent(process, feeder, Op("channel.flush", self._pipe, late), sent)
        if late.changeable:
            machine.world.late.setdefault(here.task.actor, []).append(late)
            do("local.put", "")

    def _after(self, machine: Machine, flush: Op, answer: Any) -> Op | None:
        """What a feeder still has to do about a message that it has flushed, before the next one."""
        if not flush.argument:  # lost: as if it had never been, once its place has been given back
            machine.world.primitives[self._pipe].value[0].remove(flush.argument)
            return Op(self._giving_back, str(self._slots))
        if len(flush.argument) > PIPE_BYTES:
            return Op("channel.taken", self._pipe, answer)
        return None

    @staticmethod
    def _on_queue_feeder_error(e: Exception, obj: Any) -> None:
        """What the feeder does about a thing that it cannot pickle; may be overridden."""

    def _complain(self, process: Process, feeder: str, error: Exception, thing: Any) -> None:
        if type(self)._on_queue_feeder_error is not Queue._on_queue_feeder_error:
            machine = process.machine
            path = f"{feeder}?{process.count(feeder)}"
            machine.births[machine.actor(path)] = machine.steps - 1
            machine.add_task(process, path, lambda: self._on_queue_feeder_error(error, thing))

    @property
    def _giving_back(self) -> str:
        """What is done to the count of things that are in it, when there is one less."""
        return "semaphore.release" if self._limited else "tasks.take"

    def _drain(self, process: Process, feeder: str) -> Any:
        def wait() -> None:
            if feeder not in process.extras.get("not joined", ()):
                do("feeder.drained", feeder)

        return wait

    def _took(self) -> None:
        do(self._giving_back, str(self._slots))

    def put_nowait(self, obj: Any) -> None:
        """Put without waiting."""
        self.put(obj, block=False)

    def get_nowait(self) -> Any:
        """Get without waiting."""
        return self.get(block=False)

    def qsize(self) -> int:
        """How many things were put and not taken."""
        if not self._limited:
            return int(do("tasks.look", str(self._slots)))
        return self._maxsize - int(do("semaphore.look", str(self._slots)))

    def full(self) -> bool:
        """Whether there is no room."""
        return self._maxsize < _ENDLESS and self.qsize() == self._maxsize

    def close(self) -> None:
        """Put nothing more in, from this process."""
        self._closed = True

    def _is_shut(self) -> bool:
        """Only a feeder closes the pipe, so that a queue that nothing was put in is never shut."""
        return self._closed and self._pipe in current().extras.get("feeders", {})

    def join_thread(self) -> None:
        """Wait for the feeder."""
        assert self._closed, f"Queue {self!r} not closed"
        feeder = current().extras.get("feeders", {}).get(self._pipe)
        if feeder is not None:
            do("feeder.drained", feeder)

    def cancel_join_thread(self) -> None:
        """Do not wait for the feeder at the end: what it has not sent by then is lost."""
        process = current()
        process.extras.setdefault("not joined", set()).add(f"{process.path}~{self._pipe}")


class JoinableQueue(Queue):
    """``multiprocessing.JoinableQueue``."""

    def __init__(self, maxsize: int = 0, *, ctx: Any = None) -> None:
        super().__init__(maxsize, ctx=ctx)
        self._unfinished = current().machine.add(f"{self._pipe}-unfinished", Primitive("tasks", 0))

    def _feed(self, obj: Any) -> None:
        do("tasks.add", self._unfinished)  # whoever gets it may call task_done at once
        super()._feed(obj)

    def task_done(self) -> None:
        """One thing that was got is dealt with."""
        do("tasks.done", self._unfinished)

    def join(self) -> None:
        """Wait until all that was put is dealt with."""
        do("tasks.wait", self._unfinished)


class SimpleQueue(_Readable):
    """``multiprocessing.SimpleQueue``: a pipe and two locks, without a feeder."""

    def __init__(self) -> None:
        process = current()
        channel = Primitive("channel", [[], 1, 1, 0], limit=PIPE_BYTES)
        self._pipe = self._shared_name = process.machine.add(process.new_name("queue"), channel)

    def get(self) -> Any:  # type: ignore[override]
        """Take the oldest thing out."""
        return super().get()

    def put(self, obj: Any) -> None:
        """Put a thing in, waiting for room."""
        if self._closed:
            raise OSError("handle is closed")
        message = pickle.dumps(obj)
        number = do("channel.send", self._pipe, message)
        if len(message) > PIPE_BYTES:
            do("channel.taken", self._pipe, number)

    def close(self) -> None:
        """Use it no more, in this process."""
        self._closed = True
