"""In a child process: printed lines go to the cell that started it, and it ends with its notebook.

The kernel listens on a socket (:mod:`course.relay`). A child connects before any of the learner's
code runs, says which cell it belongs to, and sends whole lines from then on. The same connection
tells it when the kernel is gone: then nobody is left to read, and it ends at once.
"""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import sys
import threading
from multiprocessing import util

from autograder.program import SETTINGS


class LineStream(io.TextIOBase):
    """A text stream that sends whole lines, so that lines of two children cannot mix.

    What has no line end yet is sent by :meth:`flush`, which Python calls when the child ends.

    Args:
        link: The connection to the kernel.
        name: ``"stdout"`` or ``"stderr"``.
    """

    def __init__(self, link: Link, name: str) -> None:
        self._link = link
        self._name = name
        self._pending = ""
        self._lock = threading.RLock()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """Text stays text until it is sent as UTF-8."""
        return "utf-8"

    def writable(self) -> bool:
        """A print target."""
        return True

    def write(self, text: str) -> int:
        """Send what is complete up to its last line end, and keep the rest."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        with self._lock:
            whole, end, rest = (self._pending + text).rpartition("\n")
            self._pending = rest
            if end:
                self._link.send(self._name, whole + end)
        return len(text)

    def flush(self) -> None:
        """Send what is left, line end or not."""
        with self._lock:
            rest, self._pending = self._pending, ""
            if rest:
                self._link.send(self._name, rest)


class Link:
    """This child's connection to the kernel.

    Args:
        address: As :func:`parse_address` reads it.
        token: What shows the kernel that this is a child of its own.
        cell: The cell that started this child, by the id of its execution request.
    """

    def __init__(self, address: str, token: str, cell: str) -> None:
        family, place = parse_address(address)
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        self._socket.connect(place)
        self._lock = threading.Lock()
        self._write({"token": token, "cell": cell, "pid": os.getpid()})

    def send(self, stream: str, text: str) -> None:
        """Send `text` for `stream`; a kernel that is gone needs none of it."""
        self._write({"stream": stream, "text": text})

    def _write(self, message: dict[str, object]) -> None:
        data = json.dumps(message).encode() + b"\n"
        with self._lock:
            try:
                self._socket.sendall(data)
            except OSError:
                end_now()

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def end_with_kernel(self) -> None:
        """End this process as soon as the kernel closes the connection, however it comes to."""
        threading.Thread(target=self._watch, name="baozi-watch", daemon=True).start()

    def _watch(self) -> None:
        try:
            while self._socket.recv(1):
                pass
        except OSError:
            pass
        end_now()


def parse_address(address: str) -> tuple[int, str | tuple[str, int]]:
    """Socket family and place of ``"unix:<path>"`` or ``"tcp:<port>"``.

    >>> parse_address("tcp:4000")[1]
    ('127.0.0.1', 4000)
    """
    kind, _, place = address.partition(":")
    if kind == "tcp":
        return socket.AF_INET, ("127.0.0.1", int(place))
    return socket.AF_UNIX, place


def end_now() -> None:
    """End this process at once, without cleaning up: what it would tell, nobody would hear."""
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(1)


def enter() -> None:
    """Connect this child to its notebook. Runs in every child, before the learner's code."""
    if "relay" not in SETTINGS:
        return
    os.environ["BAOZI_LANG"] = SETTINGS.get("language", "")
    try:
        link = Link(SETTINGS["relay"], SETTINGS["token"], SETTINGS["cell"])
    except OSError:
        end_now()
        return
    sys.stdout = LineStream(link, "stdout")
    sys.stderr = LineStream(link, "stderr")
    link.end_with_kernel()
    if threading.current_thread() is threading.main_thread():
        # The stop button must not print one traceback for each child.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # A child forked from this one has no thread to watch, and may not share the connection.
    util.register_after_fork(link, _reconnect)


def _reconnect(_link: Link) -> None:
    enter()
