"""The server of a manager: the process that keeps the objects, and what happens inside it.

A call of a kept object's method is one operation, done in the server's own namespace: arguments
arrive as copies, and so do results.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import Abandoned, Halt, here
from autograder.explorer.operations import Error, Op, Primitive
from autograder.explorer.virtual.pickles import loads

RAISED, RETURNED, ITERATOR, CREATED = "raised", "returned", "iterator", "created"
"""What a call can come to; the other half of the answer is pickled, or says which object."""


class RemoteError(Exception):
    """``multiprocessing.managers.RemoteError``: what the server says about itself."""

    def __str__(self) -> str:
        line = "-" * 75
        return f"\n{line}\n{self.args[0]}{line}"


class _NoOperations:
    """What the hub is while the server works: its objects may use nothing shared themselves."""

    halted: Halt | None = None

    def switch(self, wanted: Any) -> Any:
        """Stop at an operation, and at what ends the exploration anyway."""
        if isinstance(wanted, Halt):
            self.halted = wanted
        else:
            self.halted = Halt("unsupported", 0, call=f"{wanted.kind} in a manager's object")
        raise Abandoned


class Server:
    """What a manager's server process has; it is the ``extra`` of the objects that it keeps.

    Args:
        name: Its name as a shared thing.
        record: Its process.
    """

    def __init__(self, name: str, record: Process) -> None:
        self.name = name
        self.record = record
        self.thing: Primitive = record.machine.world.primitives[name]
        self.callables: dict[str, Callable[..., Any]] = {}
        """What the program registered, as the server process has it."""
        self.kept: set[str] = {name}
        self._names: dict[int, str] = {}
        self._iterators: list[Any] = []

    def keep(self, name: str, thing: Primitive) -> str:
        """Keep a shared thing; its name."""
        thing.guard, thing.guard_name = self.thing, self.name
        self.kept.add(name)
        return self.record.machine.add(name, thing)

    def keep_object(self, name: str, made: Any) -> str:
        """Keep an object, under the name that it has already if it is kept."""
        known = self._names.get(id(made))
        if known is None:
            known = self._names[id(made)] = self.keep(name, Primitive("cell", made, extra=self))
        return known

    @contextmanager
    def _inside(self) -> Iterator[_NoOperations]:
        """Be the server process for a moment."""
        enter = self.record.machine.foreground.take
        task, hub = here.task, here.hub
        enter(self.record.tasks[0])
        here.hub = stopper = _NoOperations()
        try:
            yield stopper
        finally:
            here.hub = hub
            if task is not None:
                enter(task)

    def make(self, factory: Callable[..., Any], arguments: bytes) -> Any:
        """Make an object of a type that every server has; called by the code of whoever wants it."""
        with self._inside():
            values, keywords = loads(arguments)
            return factory(*values, **keywords)

    def answer(self, target: Any, method: str, arguments: Any) -> tuple[str, Any]:
        """What a call comes to: how it ended, and the rest."""
        with self._inside() as stopper:
            try:
                return self._called(target, method, *loads(arguments))
            except Abandoned:
                assert stopper.halted is not None
                raise stopper.halted from None
            except Exception as error:  # noqa: BLE001 - whatever it is, the caller gets it
                return RAISED, sent_error(error)

    def _called(
        self, target: Any, method: str, arguments: tuple[Any, ...], keywords: dict[str, Any]
    ) -> tuple[str, Any]:
        if method == "#create":
            typeid, name, *rest = arguments
            made = self.callables[typeid](*rest, **keywords)
            return CREATED, (self.keep_object(name, made), public_methods(made))
        if method == "#next":
            return RETURNED, sent(next(self._iterators[arguments[0]]))
        if method == "#GETVALUE":
            return RETURNED, sent(target)
        result = getattr(target, method.removeprefix("#"))(*arguments, **keywords)
        if method == "__iter__":
            self._iterators.append(result)
            return ITERATOR, len(self._iterators) - 1
        return RETURNED, sent(result)

    def stop(self) -> None:
        """End the process; who waits for an answer meets the end of the connection instead."""
        machine = self.record.machine
        for actor, op in list(machine.pending.items()):
            waits = actor in machine.tasks and actor != here.task.actor
            if waits and op.object in self.kept and op.kind != "server.pass":
                task = machine.tasks[actor]
                error = Error("EOFError")
                if machine.world.enabled(actor, op):  # it was only about to call
                    error = unreached(task.process, self.name, 1)
                    calls = task.process.extras.get("calls", {})
                    if calls.get(self.name):
                        calls[self.name] -= 1  # that call was never made
                machine.pending[actor] = Op("server.pass", self.name, error)
                task.otherwise = None
        machine.world.primitives[self.record.key].value = 0
        machine.end(self.record, 0)


def unreached(process: Process, server: str, begun: int) -> Error:
    """What a process meets that calls a server that is gone.

    Seen on CPython 3.13: one that has called before still has its connection, and sending on it is a
    broken pipe; another one finds no socket to connect to.

    Args:
        process: Who calls.
        server: The server's name.
        begun: How many of its calls it has begun to make, but not sent.
    """
    if process.extras.get("calls", {}).get(server, 0) > begun:
        return Error("BrokenPipeError", "[Errno 32] Broken pipe")
    return Error("FileNotFoundError", "[Errno 2] No such file or directory")


def sent(value: Any) -> bytes:
    """A value on its way to whoever called.

    Raises:
        RemoteError: as the real server answers if it cannot be sent.
    """
    try:
        return pickle.dumps(list(value) if type(value) in _VIEWS else value)
    except Exception as error:  # noqa: BLE001 - whatever pickling raises
        raise RemoteError(f"{type(error).__name__}: {error}\n") from None


def sent_error(error: Exception) -> bytes:
    """An exception on its way to whoever called: another one if it cannot be sent."""
    try:
        return sent(error)
    except RemoteError as trouble:
        return pickle.dumps(trouble)


_VIEWS: tuple[type, ...] = (type({}.keys()), type({}.values()), type({}.items()))
"""What a server sends as lists."""


def public_methods(made: Any) -> tuple[str, ...]:
    """The names of all that can be called of an object, those that begin with ``_`` left out."""
    return tuple(name for name in dir(made) if name[0] != "_" and callable(getattr(made, name)))
