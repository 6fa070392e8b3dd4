"""The process in which a learner's code runs, and nothing that decides about it.

It reads one JSON line with the learner's definitions, then one line for each call, and answers each
with one line. The protocol's two pipes are moved away from the standard streams first, so that the
learner's ``print`` and ``input`` meet files of their own.

This side never judges. It is started by :class:`autograder.host.Subject`, below a warden.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, BinaryIO

from autograder.cells import Cell, Definitions
from autograder.plain import NotPlainError, decode, encode
from autograder.program import Program, run_cells, start_method

PRINTED_LIMIT = 2000
"""How many characters of what the learner's code printed are shown, the last ones."""
OPEN_FILES = 512


class OffLimitsError(Exception):
    """The learner called what the exercise asks them to write."""


class MissingError(Exception):
    """The notebook does not define the name that the exercise calls."""


class Tail(io.TextIOBase):
    """A text stream that keeps the end of what is written to it, however much that is."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0

    def writable(self) -> bool:
        """A print target."""
        return True

    def write(self, text: str) -> int:
        """Keep the last :data:`PRINTED_LIMIT` characters."""
        self._parts.append(text)
        self._size += len(text)
        if self._size > 10 * PRINTED_LIMIT:  # now and then, not at every write
            self._trim()
        return len(text)

    def take(self) -> str:
        """What was written since the last take."""
        self._trim()
        kept = "".join(self._parts)
        self._parts, self._size = [], 0
        return kept

    def _trim(self) -> None:
        kept = "".join(self._parts)[-PRINTED_LIMIT:]
        self._parts, self._size = [kept], len(kept)


def main() -> None:
    """Serve calls until the other side closes the pipe."""
    requests, replies = _private_pipes()
    tail = Tail()
    sys.stdout = sys.stderr = tail
    setup = json.loads(requests.readline())
    limit(setup["memory_mib"], setup["cpu_seconds"], setup["processes"])
    for name in setup["off_limits"]:
        _close_off(name)
    cells = [Cell(*cell) for cell in setup["cells"]]
    module = ModuleType("__main__")
    sys.modules["__main__"] = module
    multiprocessing.set_start_method(start_method(), force=True)
    Program(lambda: Definitions(cells)).install()
    errors = run_cells(cells, module.__dict__)
    labels = {cell.label for cell in cells}
    call = _caller(setup, module, errors)
    _send(replies, {"type": "ready"})
    for line in iter(requests.readline, b""):
        arguments = decode(json.loads(line)["arguments"])
        with _computing_at_most(setup["computing"], replies, tail):
            reply = _answer(call, arguments, labels)
        _send(replies, {**reply, "printed": tail.take()})


def _send(replies: BinaryIO, reply: Mapping[str, Any]) -> None:
    replies.write(json.dumps(reply).encode() + b"\n")
    replies.flush()


@contextmanager
def _computing_at_most(seconds: float, replies: BinaryIO, tail: Tail) -> Iterator[None]:
    """End this process, and say why, once it has computed for so long; 0 stands for no bound.

    What counts is this process's own time on a processor, which is the same on a busy machine. Where there is
    no such clock, and within a single long call of a library, the host's patience is the bound.
    """
    if not seconds or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        _send(replies, {"type": "timed-out", "seconds": seconds, "printed": tail.take()})
        os._exit(0)

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The protocol's pipes, off the standard streams, which become empty ones."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    return requests, replies


def limit(memory_mib: int, cpu_seconds: int, processes: int) -> None:
    """Bound what this process and its children may use, where the system has such bounds.

    The number of processes is the user's, so it is bound only where the subject has a user of its
    own: behind walls. 0 stands for no bound.
    """
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_AS: memory_mib << 20,
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_FSIZE: 64 << 20,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    if processes:
        bounds[resource.RLIMIT_NPROC] = processes
    for kind, bound in bounds.items():
        hard = resource.getrlimit(kind)[1]
        most = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue  # macOS has no bound on address space; the warden's clock still stands


def _close_off(name: str) -> None:
    """Replace ``"module:attribute"`` with something that refuses to be called."""
    module, _, attribute = name.partition(":")

    def refuse(*_: object, **__: object) -> None:
        raise OffLimitsError(f"{module}.{attribute}")

    setattr(import_module(module), attribute, refuse)


def _caller(
    setup: Mapping[str, Any], module: ModuleType, errors: list[Exception]
) -> Callable[..., Any]:
    """What one call does: the learner's function, the learner's variable, or the probe."""
    name, probe = setup["name"], setup["probe"]
    if probe is not None:
        home, _, function = probe.partition(":")
        run = getattr(import_module(home), function)
    else:
        run = None

    def call(*arguments: Any) -> Any:
        if not hasattr(module, name):
            raise errors[-1] if errors else MissingError(name)
        if run is not None:
            return run(module.__dict__, *arguments)
        value = getattr(module, name)
        return value if setup["constant"] else value(*arguments)

    return call


def _answer(
    call: Callable[..., Any], arguments: tuple[Any, ...], labels: set[str]
) -> dict[str, Any]:
    """One reply: an answer, or what was raised and where in the learner's cells."""
    try:
        value = call(*arguments)
    except OffLimitsError as error:
        return {"type": "off-limits", "name": str(error)}
    except MissingError as error:
        return {"type": "missing", "name": str(error)}
    except (Exception, SystemExit, KeyboardInterrupt) as error:  # noqa: BLE001 - learner's code
        return _raised(error, labels)
    try:
        return {"type": "answer", "value": encode(value)}
    except NotPlainError as error:
        return {"type": "not-plain", "name": str(error)}
    except RecursionError:
        return {"type": "not-plain", "name": type(value).__name__}


def _raised(error: BaseException, labels: set[str]) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename in labels]
    last = own[-1] if own else None
    return {
        "type": "raised",
        "name": type(error).__name__,
        "message": _short(error),
        "label": last.filename if last else "",
        "line": (last.lineno or 0) if last else 0,
        "code": (last.line or "") if last else "",
    }


def _short(error: BaseException) -> str:
    try:
        return str(error)[:500]
    except Exception:  # noqa: BLE001 - a learner's own __str__ may raise anything
        return ""


if __name__ == "__main__":
    main()
