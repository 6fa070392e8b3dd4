"""``multiprocessing.Process``."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from autograder.explorer import forking
from autograder.explorer.actors import Process as Record
from autograder.explorer.doing import current, do, do_within
from autograder.explorer.virtual import endings, spawning
from autograder.explorer.virtual.relatives import FIRST_KEY, AuthenticationString, Sentinel


class BaseProcess:
    """One child process; the arguments are those of :class:`multiprocessing.Process`."""

    _start_method: str | None = None

    def __init__(
        self,
        group: None = None,
        target: Callable[..., Any] | None = None,
        name: str | None = None,
        args: Iterable[Any] = (),
        kwargs: Mapping[str, Any] = {},
        *,
        daemon: bool | None = None,
    ) -> None:
        assert group is None, "group argument must be None for now"
        parent = current()
        number = parent.count("children")
        me = parent.object
        self._identity = (*(me._identity if me is not None else ()), number)
        self._path = f"{parent.path}.{number}"
        self._parent_pid = parent.pid
        self._config = {"daemon": parent.daemon}
        self._authkey = parent.extras.get("authkey", FIRST_KEY)
        self._record: Record | None = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + "-" + ":".join(map(str, self._identity))
        if daemon is not None:
            self.daemon = daemon

    @property
    def _shared_name(self) -> str:
        return f"process-{self._path}"

    def _check_closed(self) -> None:
        if self._closed:
            raise ValueError("process object is closed")

    def run(self) -> None:
        """What the process is for; may be overridden."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self) -> None:
        """Start the child process."""
        self._check_closed()
        parent = current()
        assert self._record is None, "cannot start a process twice"
        assert self._parent_pid == parent.pid, (
            "can only start a process object created by current process"
        )
        assert not parent.daemon, "daemonic processes are not allowed to have children"
        machine = parent.machine
        usual = parent.extras.get("method") or machine.settings.start_method
        method = self._start_method or usual
        if method != "fork" and parent.extras.get("bootstrapping"):
            raise RuntimeError(spawning.TOO_EARLY)
        child = Record(machine, self._path, parent, self._name)
        child.daemon = self._config["daemon"]
        child.extras["authkey"] = self._authkey
        if self._start_method is None or method != "fork":
            parent.extras["method"] = child.extras["method"] = usual  # it is settled now
        run = (
            spawning.spawned(self, child)
            if method != "fork"
            else forking.forked(self, parent, child)
        )
        if method != "fork" or self._start_method:
            child.extras["method"] = method
        self._record = child
        child.extras["handle"] = self
        parent.children.append(child)
        machine.add_process(child, run)
        child.started = True
        do("process.start", child.key)
        del self._target, self._args, self._kwargs

    def _live_in(self, record: Record) -> None:
        """Be the running process."""
        parent = record.parent
        assert parent is not None
        self._path = record.path
        self._identity = tuple([int(number) for number in record.path.split(".")[1:]])
        self._parent_pid = parent.pid
        self._config = {"daemon": record.daemon}
        self._authkey = record.extras["authkey"]
        self._record = None
        self._closed = False
        record.object = self
        self.run()

    def __getstate__(self) -> dict[str, Any]:
        if self._record is not None:
            raise TypeError(
                "Pickling an AuthenticationString object is disallowed for security reasons"
            )
        if current().extras.get("starting") is not self:
            return dict(self.__dict__)
        return {name: each for name, each in self.__dict__.items() if name not in spawning.KNOWN}

    def _of_mine(self, what: str) -> Record:
        self._check_closed()
        assert self._parent_pid == current().pid, f"can only {what} a child process"
        assert self._record is not None, f"can only {what} a started process"
        return self._record

    def _signal(self, number: int) -> None:
        self._check_closed()
        if self._record is None:
            raise AttributeError(
                f"'NoneType' object has no attribute "
                f"'{'terminate' if number == signal.SIGTERM else 'kill'}'"
            )
        endings.terminate(self._record, number)

    def terminate(self) -> None:
        """Send SIGTERM to the process."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """Send SIGKILL to the process."""
        self._signal(getattr(signal, "SIGKILL", 9))

    def join(self, timeout: float | None = None) -> None:
        """Wait until the process has ended, or the time is up."""
        record = self._of_mine("join")
        if timeout is None:
            do("process.join", record.key)
            self._reaped(record)
            return
        code = do_within(timeout, "process.join", "process.look", record.key)
        if isinstance(code, int):
            self._reaped(record)
        else:
            current().spend(timeout)

    def _reaped(self, record: Record) -> None:
        record.extras["joined"] = True
        mine = current()
        mine.clock = max(mine.clock, record.clock)

    def is_alive(self) -> bool:
        """Whether the process has been started and has not ended."""
        self._check_closed()
        me = current()
        if me.object is self:
            return True
        assert self._parent_pid == me.pid, "can only test a child process"
        if self._record is None:
            return False
        code = do("process.look", self._record.key)
        if isinstance(code, int):
            self._reaped(self._record)
            return False
        return True

    def close(self) -> None:
        """Let go of what the object holds; the process must have ended."""
        if self._record is not None:
            if not isinstance(do("process.look", self._record.key), int):
                raise ValueError(
                    "Cannot close a process while it is still running. "
                    "You should first call join() or terminate()."
                )
            self._reaped(self._record)
            self._record.extras.pop("handle", None)
        self._closed = True

    @property
    def name(self) -> str:
        """Its name."""
        return self._name

    @name.setter
    def name(self, name: str) -> None:
        assert isinstance(name, str), "name must be a string"
        self._name = name
        record = self.__dict__.get("_record")  # it may be named before it is initialised
        if record is not None:
            record.name = name

    @property
    def daemon(self) -> bool:
        """Whether it is ended with its parent."""
        return bool(self._config.get("daemon", False))

    @daemon.setter
    def daemon(self, daemonic: bool) -> None:
        assert self._record is None, "process has already started"
        self._config["daemon"] = bool(daemonic)

    @property
    def authkey(self) -> bytes:
        """Its authentication key."""
        return AuthenticationString(self._authkey)

    @authkey.setter
    def authkey(self, key: bytes) -> None:
        self._authkey = bytes(key)
        mine = current()
        if mine.object is self:
            mine.extras["authkey"] = self._authkey

    @property
    def exitcode(self) -> int | None:
        """Its exit code; None while it has not ended."""
        self._check_closed()
        if self._record is None:
            return None
        code = do("process.look", self._record.key)
        return code if isinstance(code, int) else None

    @property
    def ident(self) -> int | None:
        """Its pid; None before it is started."""
        self._check_closed()
        me = current()
        if me.object is self:
            return me.pid
        return None if self._record is None else self._record.pid

    pid = ident

    @property
    def sentinel(self) -> Any:
        """What :func:`multiprocessing.connection.wait` can wait for."""
        self._check_closed()
        if self._record is None:
            raise ValueError("process not started")
        made: Sentinel = self._record.extras.setdefault("sentinel", Sentinel(self._record))
        return made

    def __repr__(self) -> str:
        me = current()
        status: Any
        code = None
        if me.object is self:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != me.pid:
            status = "unknown"
        elif self._record is None:
            status = "initial"
        else:
            code = do("process.look", self._record.key)
            status = "stopped" if isinstance(code, int) else "started"
        info = [type(self).__name__, f"name={self._name!r}"]
        if self._record is not None:
            info.append(f"pid={self._record.pid}")
        info += [f"parent={self._parent_pid}", status]
        if isinstance(code, int):
            info.append(f"exitcode={endings.exit_name(code)}")
        if self.daemon:
            info.append("daemon")
        return f"<{' '.join(info)}>"


class Process(BaseProcess):
    """``multiprocessing.Process``."""


class SpawnProcess(BaseProcess):
    """The process class of ``get_context("spawn")``."""

    _start_method = "spawn"


class ForkServerProcess(BaseProcess):
    """The process class of ``get_context("forkserver")``."""

    _start_method = "forkserver"


class ForkProcess(BaseProcess):
    """The process class of ``get_context("fork")``."""

    _start_method = "fork"


spawning.PLAIN.update({Process, SpawnProcess, ForkServerProcess, ForkProcess})
