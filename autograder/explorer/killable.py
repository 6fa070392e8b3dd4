"""The process in which a program is explored: watched from its start to its end, and killed in time."""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO, Literal, Self

import msgspec

from autograder import walls, warden
from autograder.explorer.asking import (
    GRACE,
    LARGEST,
    START_SECONDS,
    STORY_SECONDS,
    Finding,
    Progress,
    Ready,
    Refused,
    Request,
)
from autograder.explorer.records import Begun, Order, Paused, Run
from autograder.scratch import make_folder

Message = Finding | Refused | Ready | Progress | Begun | Run | Paused
Lost = Literal["time", "died"]
"""What becomes of a process that says nothing more, or nothing that makes sense."""
AHEAD = 64
AHEAD_BYTES = 32 << 20
"""How many messages, and how much of them, may wait to be read before who sends them has to wait."""


class Other:
    """The other process, from its start to its end.

    Args:
        request: What it is asked.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self._asked = msgspec.json.encode(request) + b"\n"
        self._decoder = msgspec.json.Decoder(Message)
        self._orders: queue.Queue[bytes | None] = queue.Queue()
        self._lines: queue.Queue[bytes] = queue.Queue(AHEAD)
        self._waiting = 0
        self._lock = threading.Lock()
        self._until = 0.0
        self._ready = self._telling = self._over = False
        self.executions = 0
        """How many executions it had tried when it was last heard of."""
        self.said = ""
        """What it wrote down of where it was when its time was up, or when it died."""

    def __enter__(self) -> Self:
        most = START_SECONDS + self._request.seconds + GRACE + STORY_SECONDS
        self._where: IO[bytes] = tempfile.TemporaryFile()
        self._folder = make_folder("explore")
        shown = [each.partition(":")[0] for each in self._request.conditions]
        inside = [sys.executable, "-P", "-m", "autograder.explorer.inside"]
        self._process = subprocess.Popen(
            [sys.executable, "-S", warden.__file__, str(most),
             *walls.behind(inside, self._folder, shown=shown)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._where,
            env=_environment(),
            start_new_session=True,
        )  # fmt: skip
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._ask, daemon=True).start()
        self.allow(START_SECONDS)
        return self

    def __exit__(self, *_error: object) -> None:
        process = self._process
        self._over = True
        self._orders.put(None)
        process.terminate()
        try:
            process.wait(warden.KILL_SECONDS + 5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        with contextlib.suppress(queue.Empty):  # nobody waits for room in vain
            while self._lines.get_nowait():
                pass
        self._where.seek(0)
        self.said = self._where.read(1 << 20).decode("utf-8", "replace")
        self._where.close()

    def _ask(self) -> None:
        """Send the request, then orders: in a thread, because nobody may be there to read them."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as pipe:
            pipe.write(self._asked)
            pipe.flush()
            while (order := self._orders.get()) is not None:
                pipe.write(order)
                pipe.flush()

    def _read(self) -> None:
        """Move replies from the pipe to a queue; an empty one says that no more will come."""
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

    def order(self, order: Order) -> None:
        """Say what it is to do next."""
        self._orders.put(msgspec.json.encode(order) + b"\n")

    def allow(self, seconds: float) -> None:
        """Give it so much time from now on."""
        self._until = time.monotonic() + seconds

    def message(self) -> Message | Lost:
        """The next thing that it says."""
        if time.monotonic() > self._until:
            return "time"  # however much it still has to say
        try:
            line = self._lines.get(timeout=max(0.0, self._until - time.monotonic()))
            with self._lock:
                self._waiting -= len(line)
            message: Message = self._decoder.decode(line)
        except queue.Empty:
            return "time"
        except (msgspec.DecodeError, RecursionError):
            return "died"
        match message:
            case Ready() if not self._ready:
                self._ready = True
                self.allow(self._request.seconds + GRACE)
            case Progress(executions, found):
                self.executions = executions
                if found and not self._telling:
                    self._telling = True
                    self.allow(STORY_SECONDS)
        return message

    def reply(self) -> Finding | Refused | Lost:
        """Its answer, or what became of it."""
        while True:
            message = self.message()
            if isinstance(message, (Finding, Refused, str)):
                return message


def _environment() -> dict[str, str]:
    """Sets in the same order every time, and modules from where ours are, not from where we stand."""
    ours = str(Path(__file__).parents[2])
    return {
        **{name: value for name, value in os.environ.items() if name[:6] != "PYTHON"},
        "PYTHONPATH": os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH")])),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
    }
