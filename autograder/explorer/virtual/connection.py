"""``Pipe`` and its two ends."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import current, do, do_within, register_error, unsupported
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual.pickles import loads
from autograder.explorer.virtual.relatives import Sentinel

PIPE_BYTES = 65_536
SOCKET_BYTES = 200_000
"""What fits into a two-way pipe, which is a pair of sockets: about that."""
WHOLE_BYTES = 16_384
"""A longer message is written in two parts: first how long it is, then the rest (``Connection._send_bytes``)."""
register_error(pickle.UnpicklingError)


class BufferTooShort(Exception):  # noqa: N818 - the real name
    """The message does not fit into the buffer; it is the exception's argument."""


class Connection:
    """One end of a pipe.

    Args:
        source: The channel that it reads from; None if it cannot.
        target: The channel that it writes to; None if it cannot.
    """

    def __init__(self, source: str | None, target: str | None) -> None:
        self._source = source
        self._target = target
        self._open_in(current())

    def _open_in(self, process: Process) -> None:
        """Be open in `process`, which the channels count already."""
        self._number = process.count("connections")
        ends = process.extras["open ends"]
        if self._source:
            ends[self._number, "r"] = (self._source, "channel.close-reader")
        if self._target:
            ends[self._number, "w"] = (self._target, "channel.close-writer")
        self._ends: Any = ends
        self._dropped: Any = process.dropped

    @property
    def _shared_name(self) -> str:
        return self._source or self._target or ""

    def _channel(self, name: str) -> Primitive:
        return current().machine.world.primitives[name]

    def given_to(self, _child: Process) -> None:
        """The channels count one end more: that of a child on its way."""
        if self._source:
            self._channel(self._source).value[2] += 1
        if self._target:
            self._channel(self._target).value[1] += 1

    def __getstate__(self) -> dict[str, Any]:
        self._check()
        spawning = current().extras.get("spawning")
        if spawning is None:
            unsupported("pickle(Connection)")
        spawning.append(self)
        return {"_source": self._source, "_target": self._target}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._open_in(current())

    def __del__(self) -> None:
        if self.__dict__.get("_ends") and not self.closed:
            self._dropped.append(_Dropped(self))

    @property
    def closed(self) -> bool:
        """Whether this end is closed here."""
        return (self._number, "r") not in self._ends and (self._number, "w") not in self._ends

    @property
    def readable(self) -> bool:
        """Whether it can be read from."""
        return self._source is not None

    @property
    def writable(self) -> bool:
        """Whether it can be written to."""
        return self._target is not None

    def _check(self, *, reads: bool = False, writes: bool = False) -> str:
        if self.closed:
            raise OSError("handle is closed")
        if reads and self._source is None:
            raise OSError("connection is write-only")
        if writes and self._target is None:
            raise OSError("connection is read-only")
        return (self._source if reads else self._target) or ""

    def fileno(self) -> int:
        """A number that no other open end of this process has."""
        self._check()
        return 2 + int(self._number)

    def close(self) -> None:
        """Close this end, here."""
        for side in ("r", "w"):
            end = self._ends.pop((self._number, side), None)
            if end is not None:
                do(end[1], end[0])

    def _put(self, message: bytes) -> None:
        name = self._check(writes=True)
        if len(message) > WHOLE_BYTES:
            do("channel.begin", name, message)
        number = do("channel.send", name, message)
        if len(message) > self._channel(name).limit:
            do("channel.taken", name, number)

    def _take(self) -> bytes:
        message: bytes = do("channel.recv", self._check(reads=True))
        return message

    def send(self, obj: Any) -> None:
        """Send an object."""
        self._check(writes=True)
        self._put(pickle.dumps(obj))

    def send_bytes(self, buf: Any, offset: int = 0, size: int | None = None) -> None:
        """Send bytes, or a part of them."""
        self._check(writes=True)
        view = memoryview(buf).cast("B")
        length = len(view)
        if offset < 0:
            raise ValueError("offset is negative")
        if length < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = length - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > length:
            raise ValueError("buffer length < offset + size")
        self._put(Raw(view[offset : offset + size]))

    def recv(self) -> Any:
        """Receive an object."""
        return unpickled(self._take())

    def recv_bytes(self, maxlength: int | None = None) -> bytes:
        """Receive bytes, at most so many."""
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        message = self._take()
        if maxlength is not None and len(message) > maxlength:
            if self._target is None:
                self.close()
            else:
                do("channel.close-reader", self._ends.pop((self._number, "r"))[0])
                self._source = None
            raise OSError("bad message length")
        return bytes(message)

    def recv_bytes_into(self, buf: Any, offset: int = 0) -> int:
        """Receive bytes into a buffer; how many."""
        self._check(reads=True)
        with memoryview(buf) as view:
            flat = view.cast("B") if view.format != "B" or view.ndim > 1 else view
            if offset < 0:
                raise ValueError("negative offset")
            if offset > len(flat):
                raise ValueError("offset too large")
            message = self._take()
            if len(flat) < offset + len(message):
                raise BufferTooShort(bytes(message))
            flat[offset : offset + len(message)] = message
            return len(message)

    def poll(self, timeout: float | None = 0.0) -> bool:
        """Whether receiving would answer at once."""
        name = self._check(reads=True)
        ready = do_within(timeout, "channel.ready", "channel.poll", name) is not False
        if not ready:
            current().spend(timeout)
        return ready

    def __repr__(self) -> str:
        return "<multiprocessing.connection.Connection object at 0x7f00>"

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


class _Dropped:
    """What is left of a connection that nobody refers to any more: its ends, to be closed."""

    def __init__(self, lost: Connection) -> None:
        self._number = lost._number
        self._ends = lost._ends

    close = Connection.close


class Raw(bytes):
    """A message that was not pickled here: to unpickle it is to do whatever it says."""

    __slots__ = ()


def unpickled(message: bytes) -> Any:
    """The object that was sent."""
    if type(message) is Raw and current().machine.settings.guarded:
        unsupported("recv() of what send_bytes() sent")
    return loads(message)


def pipe(duplex: bool = True) -> tuple[Connection, Connection]:
    """``multiprocessing.Pipe``."""
    process = current()
    machine = process.machine

    def channel(limit: int) -> str:
        return machine.add(
            process.new_name("pipe"), Primitive("channel", [[], 1, 1, 0], limit=limit)
        )

    if not duplex:
        name = channel(PIPE_BYTES)
        return Connection(name, None), Connection(None, name)
    there, back = channel(SOCKET_BYTES), channel(SOCKET_BYTES)
    return Connection(back, there), Connection(there, back)


def wait(object_list: Iterable[Any], timeout: float | None = None) -> list[Any]:
    """``multiprocessing.connection.wait``: those that are ready."""
    objects = list(object_list)
    for place, each in enumerate(objects):
        if each in objects[:place]:
            raise KeyError(f"{each!r} is already registered")
    return [objects[place] for place in any_of([_name(each) for each in objects], timeout)]


def any_of(names: list[str], timeout: float | None) -> list[int]:
    """Wait for any of several shared things; the places in the list of those that are ready."""
    process = current()
    things = process.machine.world.primitives
    waited = Primitive("any", extra=[(name, things[name]) for name in names])
    waiter = process.machine.add(process.new_name("waiter"), waited)
    ready: list[int] = do_within(timeout, "any.wait", "any.look", waiter)
    return ready


def _name(waited: Any) -> str:
    if isinstance(waited, (Connection, Sentinel)):
        if isinstance(waited, Connection):
            waited._check(reads=True)
        return waited._shared_name
    reader = getattr(waited, "_reader", None)
    if isinstance(reader, Connection):
        return reader._shared_name
    raise ValueError(f"cannot wait for {waited!r}")
