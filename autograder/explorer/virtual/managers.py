"""``multiprocessing.Manager`` and ``multiprocessing.managers``.

A manager is a process that keeps objects, and proxies with which others use them. It ends when it is
shut down: at the end of its ``with``, or with the process that started it. Whatever is called later
fails, and whoever waits for an answer then gets none.
"""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from autograder.explorer.doing import Abandoned, current, do, unsupported
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import endings, kept, library, managed, process, proxies, remote
from autograder.explorer.virtual.imports import module, virtual
from autograder.explorer.virtual.kept import MAKERS
from autograder.explorer.virtual.pickles import loads
from autograder.explorer.virtual.proxies import BaseProxy, reach, server_named
from autograder.explorer.virtual.server import RAISED, RemoteError, Server

_ADDRESS = "/tmp/pymp/listener"  # noqa: S108 - there is no such file: it is only shown


def _serve(name: str, callables: Any, initializer: Any, initargs: Iterable[Any]) -> None:
    """What the server's process does: get ready. From then on it only answers."""
    record = current()
    if initializer is not None:
        initializer(*initargs)
    machine = record.machine
    server = machine.world.primitives[name].extra = Server(name, record)
    server.callables = callables
    record.extras["quiet"] = True
    do("server.begin", name)
    raise Abandoned  # its code has come to an end, though the process has not


class BaseManager:
    """``multiprocessing.managers.BaseManager``."""

    _registry: ClassVar[dict[str, tuple[Any, Any, Any]]] = {}
    _state = "initial"
    _process: Any = None
    _server = ""

    def __init__(
        self,
        address: Any = None,
        authkey: bytes | None = None,  # noqa: ARG002 - nobody else can connect
        serializer: str = "pickle",  # noqa: ARG002 - nor choose
        ctx: Any = None,
        *,
        shutdown_timeout: float = 1.0,  # noqa: ARG002 - a server always stops
    ) -> None:
        self._address = address
        self._ctx = ctx

    def _check_initial(self) -> None:
        if self._state == "started":
            raise library.ProcessError("Already started server")
        if self._state == "shutdown":
            raise library.ProcessError("Manager has shut down")

    def start(self, initializer: Any = None, initargs: Iterable[Any] = ()) -> None:
        """Start the server's process."""
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        mine = current()
        name = mine.machine.add(mine.new_name("server"), Primitive("server", "new"))
        callables = {key: each[0] for key, each in self._registry.items() if key not in MAKERS}
        kind = process.Process if self._ctx is None else self._ctx.Process
        child = kind(target=_serve, args=(name, callables, initializer, tuple(initargs)))
        numbers = child._identity
        child.name = f"{type(self).__name__}-{':'.join(map(str, numbers))}"
        child.start()
        # However the process ends, and be it before it serves, its server is then gone.
        record = child._record
        assert record is not None
        record.extras["open ends"]["server"] = (name, "server.stop")
        do("server.hello", name)
        self._server, self._process, self._state = name, child, "started"
        self._address = self._address or _ADDRESS
        self._cancel = endings.at_exit(mine, 0, self._shut_down)
        self.shutdown = self._shut_down

    def _shut_down(self) -> None:
        """Stop the server."""
        if self._state != "started":
            return
        record = self._process._record
        if record.parent is not current():
            return
        self._state = "shutdown"
        self._cancel()
        if not isinstance(do("process.look", record.key), int):
            do("server.stop", self._server)
            server_named(self._server).stop()
        record.extras["joined"] = True

    def join(self, timeout: float | None = None) -> None:
        """Wait for the server's process to end."""
        if self._process is not None:
            self._process.join(timeout)

    def __enter__(self) -> Any:
        if self._state == "initial":
            self.start()
        if self._state != "started":
            raise library.ProcessError("Manager has shut down")
        return self

    def __exit__(self, *_error: object) -> None:
        self._shut_down()

    def __reduce__(self) -> Any:
        raise TypeError("cannot pickle 'weakref.ReferenceType' object")

    @property
    def address(self) -> Any:
        """Where the server listens."""
        return self._address

    def connect(self) -> None:
        """Use a server that is elsewhere."""
        unsupported("BaseManager.connect")

    def get_server(self) -> Any:
        """Be the server oneself."""
        unsupported("BaseManager.get_server")

    @classmethod
    def register(
        cls,
        typeid: str,
        callable: Callable[..., Any] | None = None,  # noqa: A002 - the real name
        proxytype: Any = None,
        exposed: Any = None,
        method_to_typeid: Any = None,
        create_method: bool = True,
    ) -> None:
        """Let managers of this class make objects of another type."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if method_to_typeid:
            unsupported("BaseManager.register(method_to_typeid=...)")
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        cls._registry[typeid] = (callable, proxytype, tuple(exposed) if exposed else None)
        if create_method:

            def create(self: BaseManager, /, *args: Any, **kwds: Any) -> Any:
                return self._create(typeid, args, kwds)

            create.__name__ = typeid
            setattr(cls, typeid, create)

    def _create(self, typeid: str, args: tuple[Any, ...], kwds: dict[str, Any]) -> Any:
        """A proxy of a new object."""
        assert self._state == "started", "server not yet started"
        name = current().new_name(typeid)
        if typeid in MAKERS:
            arguments = pickle.dumps((args, kwds))
            reach(self._server)
            try:
                return MAKERS[typeid](server_named(self._server), name, typeid, arguments)
            except Exception as error:  # noqa: BLE001 - whatever making it raises
                raise _not_made(error) from None
        arguments = pickle.dumps(((typeid, name, *args), kwds))
        reach(self._server)
        registry = f"{self._server} registry"
        server = server_named(self._server)
        if registry not in server.kept:
            server.keep(registry, Primitive("cell", "registry", extra=server))
        kind, answer = do("cell.call", registry, ("#create", arguments, None))
        if kind == RAISED:
            raise _not_made(loads(answer))
        made, public = answer
        _, proxytype, exposed = self._registry[typeid]
        if proxytype is None:
            return proxies.auto_proxy(made, typeid, self._server, exposed or public)
        if not (isinstance(proxytype, type) and issubclass(proxytype, BaseProxy)):
            unsupported("BaseManager.register(proxytype=...)")
        return proxytype(made, typeid, self._server)


def _not_made(error: Exception) -> RemoteError:
    """What is raised where an object cannot be made: only text comes back from the server."""
    lines = traceback.format_exception_only(error)
    return RemoteError(f"Traceback (most recent call last):\n{''.join(lines)}")


class SyncManager(BaseManager):
    """``multiprocessing.managers.SyncManager``."""


for _typeid in MAKERS:
    SyncManager.register(_typeid)


def manager(ctx: Any = None) -> SyncManager:
    """``multiprocessing.Manager``."""
    made = SyncManager(ctx=ctx)
    made.start()
    return made


library.add_names({"Manager": manager})


@virtual("multiprocessing.managers")
def _managers() -> Any:
    names = {
        "BaseManager": BaseManager,
        "SyncManager": SyncManager,
        "BaseProxy": BaseProxy,
        "NamespaceProxy": proxies.NamespaceProxy,
        "ValueProxy": proxies.ValueProxy,
        "ListProxy": proxies.ListProxy,
        "DictProxy": proxies.DictProxy,
        "ArrayProxy": proxies.ArrayProxy,
        "AcquirerProxy": managed.AcquirerProxy,
        "ConditionProxy": managed.ConditionProxy,
        "EventProxy": managed.EventProxy,
        "BarrierProxy": remote.BarrierProxy,
        "PoolProxy": remote.PoolProxy,
        "IteratorProxy": proxies.IteratorProxy,
        "MakeProxyType": lambda name, exposed: proxies.proxy_type(name, tuple(exposed)),
        "Namespace": kept.Namespace,
        "Value": kept.Value,
        "RemoteError": RemoteError,
    }
    return module("multiprocessing.managers", names)
