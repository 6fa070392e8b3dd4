"""Calls that a manager's server works at for a while, each in a thread of the server's process.

Most calls are one operation. A pool that a manager keeps, or a barrier's action, does operations of
its own, and who called waits until they are done.
"""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable, Iterator
from typing import Any, Self

from autograder.explorer.doing import current, do
from autograder.explorer.operations import Op, Primitive
from autograder.explorer.virtual import managed
from autograder.explorer.virtual.pickles import loads
from autograder.explorer.virtual.pool import Pool
from autograder.explorer.virtual.proxies import BaseProxy, proxy_type, reach, server_named
from autograder.explorer.virtual.server import RemoteError, Server, sent, sent_error


def call(server: Server, work: Callable[[], Any]) -> Any:
    """Have `work` done in the server's process; a copy of what it answers.

    Raises:
        Exception: a copy of what it raises.
    """
    reach(server.name)
    machine = server.record.machine
    name = current().new_name("call")
    path = f"{server.record.path}%{name}"
    actor = machine.actor(path)
    server.keep(name, Primitive("lock", owner=actor))
    answers: list[tuple[bool, bytes]] = []

    def run() -> None:
        try:
            answers.append((True, sent(work())))
        except Exception as error:  # noqa: BLE001 - whatever it is, the caller gets it
            answers.append((False, sent_error(error)))
        do("lock.release", name)

    def begin(_op: Op, _answer: Any) -> None:
        machine.births[actor] = machine.steps - 1
        machine.add_task(server.record, path, run)

    machine.add_agent(server.record, f"{path}+", Op("local.begin", ""), begin)
    do("lock.acquire", name)
    ok, answer = answers[0]
    value = loads(answer)
    if ok:
        return value
    raise value


class BarrierProxy(managed.BarrierProxy):
    """A proxy of a barrier; its action is called in the server's process.

    Args:
        name: The shared thing that it is.
        typeid: The name that its type is registered by.
        server: The server's name.
        parties: How many must arrive.
        timeout: How many seconds each waits for the others, if it does not say.
        action: What to call when all have arrived, pickled.
    """

    def __init__(
        self,
        name: str,
        typeid: str,
        server: str,
        parties: int,
        timeout: float | None,
        action: bytes | None,
    ) -> None:
        super().__init__(name, typeid, server, parties, timeout)
        self._sent_action = action
        self._action = None if action is None else self._act

    def _act(self) -> None:
        action = self._sent_action
        assert action is not None

        def work() -> None:
            loads(action)()

        call(server_named(self._server), work)

    def __reduce__(self) -> Any:
        name, timeout = self._shared_name, self._timeout
        parts = (name, self._typeid, self._server, self._parties, timeout, self._sent_action)
        return BarrierProxy, parts


class RemoteProxy(BaseProxy):
    """A proxy of an object whose methods take their time."""

    def _callmethod(self, methodname: str, args: Any = (), kwds: Any = {}) -> Any:  # noqa: B006 - theirs
        server, name = server_named(self._server), self._shared_name
        arguments = pickle.dumps((tuple(args), dict(kwds)))

        def work() -> Any:
            values, keywords = loads(arguments)
            made = getattr(_objects(server)[name], methodname)(*values, **keywords)
            if isinstance(made, Iterator):
                return RemoteIterator(_keep(server, name, made), "Iterator", server.name)
            if hasattr(made, "successful"):
                return AsyncResultProxy(_keep(server, name, made), "AsyncResult", server.name)
            return made

        return call(server, work)


class RemoteIterator(proxy_type("_BaseRemoteIterator", ("__next__",), RemoteProxy)):  # type: ignore[misc]
    """A proxy of an iterator over results."""

    def __iter__(self) -> RemoteIterator:
        return self


_RESULT = ("get", "ready", "successful", "wait")


class AsyncResultProxy(proxy_type("_BaseAsyncResultProxy", _RESULT, RemoteProxy)):  # type: ignore[misc]
    """A proxy of a result to come."""


_POOL = (
    "apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async",
    "starmap", "starmap_async", "terminate",
)  # fmt: skip


class PoolProxy(proxy_type("_BasePoolProxy", _POOL, RemoteProxy)):  # type: ignore[misc]
    """A proxy of a pool: its workers are children of the server."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.terminate()


def make_pool(server: Server, name: str, typeid: str, arguments: bytes) -> PoolProxy:
    """Have the server make a pool.

    Raises:
        RemoteError: if it cannot.
    """

    def work() -> PoolProxy:
        values, keywords = loads(arguments)
        try:
            made = Pool(*values, **keywords)
        except Exception:  # noqa: BLE001 - whatever it is, the server says so
            raise RemoteError(traceback.format_exc()) from None
        server.keep(name, Primitive("cell"))
        _objects(server)[name] = made
        return PoolProxy(name, typeid, server.name)

    made: PoolProxy = call(server, work)
    return made


def _objects(server: Server) -> dict[str, Any]:
    found: dict[str, Any] = server.record.extras.setdefault("objects", {})
    return found


def _keep(server: Server, name: str, made: Any) -> str:
    """Keep what a method of the object `name` answered; its name."""
    kept = server.keep(f"{name}.{server.record.count(name)}", Primitive("cell"))
    _objects(server)[kept] = made
    return kept
