"""Processes in which programs are explored: started, written to, read from, and ended.

One process answers one request after another, each in a child of its own, so that nothing of one
program is there when the next one comes. Starting Python and importing the explorer takes longer than
most explorations; :func:`at_hand` keeps the process for as long as there is more to ask, and
:func:`stay` for as long as a notebook is open.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from autograder import walls, warden
from autograder.explorer.asking import LARGEST, MEMORY_MIB
from autograder.scratch import make_folder

LIFE_SECONDS = 900.0
"""How long a room may be there at all; no notebook's tests take longer; a notebook that stays open longer
starts another."""
LAST_SECONDS = 200.0
"""How long before that nobody is let in any more: one request takes no longer."""
MEMORY_TOGETHER = 3
"""All processes of a room may use so many times what one of them may."""
AHEAD = 64
AHEAD_BYTES = 32 << 20
"""How many messages, and how much of them, may wait to be read before who sends them has to wait."""
_kept: list[list[Room]] = []
"""The rooms at hand; nothing at all while none are to be."""


class Room:
    """One such process, below a warden and behind the walls that are wanted.

    Args:
        seconds: How long it may be there at all.
        shown: Modules of the exercises' packages that it has to import.
    """

    def __init__(self, seconds: float = LIFE_SECONDS, shown: Collection[str] = ()) -> None:
        self._orders: queue.Queue[bytes | None] = queue.Queue()
        self._lines: queue.Queue[bytes] = queue.Queue(AHEAD)
        self._waiting = 0
        self._lock = threading.Lock()
        self._over = False
        self._closes = time.monotonic() + seconds - LAST_SECONDS
        self._where: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - it stays as long as we
        self._folder = make_folder("explore")
        inside = [sys.executable, "-P", "-m", "autograder.explorer.inside"]
        self._process = subprocess.Popen(
            [sys.executable, "-S", warden.__file__, _bounds(seconds),
             *walls.behind(inside, self._folder, shown=shown)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._where,
            env=_environment(),
            start_new_session=True,
        )  # fmt: skip
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._write, daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether it is there to be asked, and will be for long enough."""
        there = not self._over and self._process.poll() is None
        return there and time.monotonic() < self._closes

    def close(self) -> None:
        """End it, and leave nothing."""
        self.end()
        self._where.close()

    def end(self) -> None:
        """End the process and whatever it started; remove its folder."""
        if self._over:
            return
        self._over = True
        self._orders.put(None)
        self._process.terminate()
        try:
            self._process.wait(warden.KILL_SECONDS + 5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        with contextlib.suppress(queue.Empty):  # nobody waits for room in vain
            while self._lines.get_nowait():
                pass

    def send(self, message: bytes) -> None:
        """Write `message` to it, when it reads."""
        self._orders.put(message)

    def line(self, seconds: float) -> bytes:
        """The next line that it writes; an empty one if it will write no more.

        Raises:
            queue.Empty: if there is none for so long.
        """
        line = self._lines.get(timeout=max(0.0, seconds))
        with self._lock:
            self._waiting -= len(line)
        return line

    def said(self, since: int = 0) -> bytes:
        """What it wrote to standard error, from the byte `since` on."""
        return os.pread(self._where.fileno(), 1 << 20, since)

    def said_so_far(self) -> int:
        """How many bytes it has written there."""
        return os.fstat(self._where.fileno()).st_size

    def _write(self) -> None:
        """In a thread, because nobody may be there to read it."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as pipe:
            while (message := self._orders.get()) is not None:
                pipe.write(message)
                pipe.flush()

    def _read(self) -> None:
        """Move lines from the pipe to a queue; an empty one says that no more will come."""
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, ValueError), self._process.stdout as pipe:
            while (line := pipe.readline(LARGEST)).endswith(b"\n") and not self._over:
                self._wait_for_room(len(line))
                self._lines.put(line)
        self._lines.put(b"")

    def _wait_for_room(self, size: int) -> None:
        while self._waiting > AHEAD_BYTES and not self._over:
            time.sleep(0.005)
        with self._lock:
            self._waiting += size


@contextmanager
def at_hand() -> Iterator[None]:
    """While this lasts, a process stays for the next request after it has answered one.

    Example::

        with at_hand():
            for scenario in scenarios:
                explore(scenario, witnessed=True)
    """
    if _kept:
        yield
        return
    _kept.append([])
    try:
        yield
    finally:
        _leave()


def begin() -> None:
    """Start a process that will be asked soon, while it is to be at hand."""
    if _kept and not _kept[0]:
        _kept[0].append(Room())


def stay() -> None:
    """Keep a process at hand until this one ends: in a notebook there is always a next check."""
    if not _kept:
        _kept.append([])
        atexit.register(_leave_in, os.getpid())


def _leave_in(process: int) -> None:
    """Leave at the end of the process that stays; a child forked from it has inherited rooms that are not its own."""
    if os.getpid() == process:
        _leave()


def _leave() -> None:
    for room in _kept.pop() if _kept else ():
        room.close()


def taken() -> Room:
    """A room for one request: one that is at hand, or a new one."""
    while _kept and _kept[0]:
        room = _kept[0].pop()
        if room.alive:
            return room
        room.close()
    return Room()


def wanted_again() -> bool:
    """Whether somebody may ask again soon."""
    return bool(_kept)


def give_back(room: Room) -> None:
    """Let it be at hand again, or end it if nobody will ask any more."""
    if _kept and room.alive:
        _kept[0].append(room)
    else:
        room.close()


def _bounds(seconds: float) -> str:
    """What the warden allows: behind walls, so many processes and so much memory together, too."""
    if walls.wanted() is walls.Wish.NONE:
        return str(seconds)
    return f"{seconds}:{walls.PROCESSES}:{MEMORY_TOGETHER * MEMORY_MIB}"


def _environment() -> dict[str, str]:
    """Sets in the same order every time, and modules from where ours are, not from where we stand."""
    ours = str(Path(__file__).parents[2])
    return {
        **{name: value for name, value in os.environ.items() if name[:6] != "PYTHON"},
        "PYTHONPATH": os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH")])),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
    }
