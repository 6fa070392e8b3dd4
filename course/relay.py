"""In the kernel: receives what children print and shows it in the cell that started them.

One thread reads all children. It writes to ipykernel's own stream, under the header of the cell
that started the child, so that a child's lines and the notebook's own prints keep their order.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import selectors
import shutil
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.messages import text
from autograder.scratch import make_folder

CHUNK = 1 << 16
SETTLE_SECONDS = 2.0
CELL_LIMIT = 2_000_000
"""Characters shown in one cell; a browser chokes on more, and no one reads it."""

Publish = Callable[[str, str, str], None]
"""``publish(cell, stream, text)`` shows `text` in a cell."""


@dataclass(slots=True)
class _Child:
    """One connected child."""

    sock: socket.socket
    cell: str | None = None
    pending: bytes = b""


@dataclass(slots=True)
class _Wish:
    """Somebody waits until all that has been sent by now is shown."""

    done: threading.Event = field(default_factory=threading.Event)


class Relay:
    """Listens to children and publishes what they print.

    Args:
        publish: Shows text in a cell.
        cut: What to show, once, in a cell that had too much.

    Example::

        relay = Relay(publish, cut=lambda: "… (output cut)")
        settings = relay.settings(cell="…")   # for a child that is about to start
        ...
        relay.settle()                        # all that children sent is shown now
        relay.close()
    """

    def __init__(self, publish: Publish, cut: Callable[[], str]) -> None:
        self._publish = publish
        self._cut = cut
        self._token = secrets.token_hex(16)
        self._owner = os.getpid()
        self._shown: Counter[str] = Counter()
        self._folder: Path | None = None
        self._listener, self._address = self._listen()
        self._wake_in, self._wake_out = socket.socketpair()
        self._wishes: list[_Wish] = []
        self._closing = False
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ, None)
        self._selector.register(self._wake_out, selectors.EVENT_READ, None)
        self._thread = threading.Thread(target=self._run, name="baozi-relay", daemon=True)
        self._thread.start()

    def settings(self, cell: str) -> Mapping[str, str]:
        """What a child started by `cell` must know to connect."""
        return {"relay": self._address, "token": self._token, "cell": cell}

    def settle(self) -> None:
        """Return when everything that children have sent by now is shown (or after 2 s)."""
        if os.getpid() != self._owner or not self._thread.is_alive():
            return  # a forked child carries a relay without its thread
        wish = _Wish()
        self._wishes.append(wish)
        self._wake()
        wish.done.wait(SETTLE_SECONDS)

    def close(self) -> None:
        """Stop listening. Children that are still there end themselves."""
        if os.getpid() != self._owner:
            return
        self._closing = True
        self._wake()
        self._thread.join(SETTLE_SECONDS)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _listen(self) -> tuple[socket.socket, str]:
        if hasattr(socket, "AF_UNIX") and sys.platform != "win32":
            self._folder = make_folder("relay")
            path = str(self._folder / "socket")
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                listener.bind(path)
            except OSError as error:  # Python says that the path is too long, and not what to do
                listener.close()
                self._folder.rmdir()
                folder = str(self._folder.parent)
                raise OSError(text("kernel.no-socket", folder=folder, reason=error)) from None
            address = f"unix:{path}"
        else:
            listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            listener.bind(("127.0.0.1", 0))
            address = f"tcp:{listener.getsockname()[1]}"
        listener.listen(128)
        listener.setblocking(False)
        return listener, address

    def _wake(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_in.send(b"!")

    def _run(self) -> None:
        while not self._closing:
            self._handle(self._selector.select())
            wishes, self._wishes = self._wishes, []
            if wishes:
                self._empty()
                for wish in wishes:
                    wish.done.set()
        for key in list(self._selector.get_map().values()):
            self._selector.unregister(key.fileobj)
            if isinstance(key.fileobj, socket.socket):
                key.fileobj.close()
        self._wake_in.close()
        self._selector.close()

    def _empty(self) -> None:
        """Handle whatever has arrived, until nothing is left or a flood has had its time."""
        deadline = time.monotonic() + SETTLE_SECONDS / 2
        while time.monotonic() < deadline:
            ready = self._selector.select(0)
            if not ready:
                return
            self._handle(ready)

    def _handle(self, ready: list[tuple[selectors.SelectorKey, int]]) -> None:
        for key, _ in ready:
            if key.data is not None:
                self._read(key.data)
            elif key.fileobj is self._wake_out:
                self._wake_out.recv(CHUNK)
            else:
                with contextlib.suppress(OSError):
                    sock, _ = self._listener.accept()
                    self._selector.register(sock, selectors.EVENT_READ, _Child(sock))

    def _read(self, child: _Child) -> None:
        try:
            data = child.sock.recv(CHUNK)
        except OSError:
            data = b""
        if not data:
            self._drop(child)
            return
        *lines, child.pending = (child.pending + data).split(b"\n")
        for line in lines:
            try:
                message = json.loads(line)
                self._take(child, message)
            except (ValueError, KeyError, TypeError):
                self._drop(child)  # none of ours
                return

    def _take(self, child: _Child, message: dict[str, str]) -> None:
        if child.cell is None:
            if not secrets.compare_digest(message["token"], self._token):
                raise ValueError("not a child of this notebook")
            child.cell = str(message["cell"])
            return
        self._show(child.cell, message["stream"], message["text"])

    def _show(self, cell: str, stream: str, text: str) -> None:
        before = self._shown[cell]
        self._shown[cell] = before + len(text)
        if before >= CELL_LIMIT:
            return
        if before + len(text) >= CELL_LIMIT:
            text = f"{text}{self._cut()}\n"
        self._publish(cell, stream, text)

    def _drop(self, child: _Child) -> None:
        with contextlib.suppress(KeyError, ValueError):
            self._selector.unregister(child.sock)
        child.sock.close()
