"""The near end of a subject: starts the learner's process, calls into it, and ends it.

What comes back is read by schema (:data:`Outcome`) and is data, whatever the learner's code did.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from autograder import plain, walls, warden
from autograder.cells import Definitions
from autograder.exercise import Arguments, Exercise
from autograder.scratch import make_folder

START_SECONDS = 30.0
"""How long a subject may take to start; a busy machine is no learner's fault."""
REPLY_LIMIT = 8 << 20
"""Bytes of one reply; more is no answer."""
REPLIES_AHEAD = 4
"""How many replies are read before somebody asks for them."""
WHOLE_CHECK_SECONDS = 600.0
"""How long a subject may be there, and compute; a test cell's checks may have one in common."""
FRESH_SECONDS = 300.0
"""How long before a check at most its subject may have been started."""
MEMORY_TOGETHER = 3
"""All processes of a subject may use so many times what one of them may."""


class _Reply(msgspec.Struct, tag_field="type", frozen=True, kw_only=True):
    printed: str = ""


class Answer(_Reply, tag="answer", frozen=True):
    """The call returned plain data (still encoded; see :meth:`decoded`)."""

    value: Any

    def decoded(self) -> Any:
        """The answer as Python data."""
        return plain.decode(self.value)


class NotPlain(_Reply, tag="not-plain", frozen=True):
    """The call returned something that is not plain data, of the type `name`."""

    name: str


class Raised(_Reply, tag="raised", frozen=True):
    """The call raised `name`; `label` and `line` are the learner's cell and line, if any."""

    name: str
    message: str
    label: str
    line: int
    code: str


class Missing(_Reply, tag="missing", frozen=True):
    """The notebook defines no `name`."""

    name: str


class OffLimits(_Reply, tag="off-limits", frozen=True):
    """The learner's code called `name`, which the exercise asks them to write."""

    name: str


class TimedOut(_Reply, tag="timed-out", frozen=True):
    """No reply came within `seconds`, or the call had computed for so long."""

    seconds: float


class Died(_Reply, tag="died", frozen=True):
    """The process ended without a reply."""


class Ready(_Reply, tag="ready", frozen=True):
    """The definitions were run; calls may come."""


Outcome = Answer | NotPlain | Raised | Missing | OffLimits | TimedOut | Died
_FromSubject = Answer | NotPlain | Raised | Missing | OffLimits | TimedOut | Ready


class Subject:
    """A learner's process, started on the first call and again after it was lost.

    Args:
        exercise: What is called, and its limits.
        definitions: The learner's definitions.

    Example::

        with Subject(exercise, definitions) as subject:
            outcome = subject.call((3,))
    """

    def __init__(self, exercise: Exercise, definitions: Definitions) -> None:
        self._exercise = exercise
        self._definitions = definitions
        self._process: subprocess.Popen[bytes] | None = None
        self._knows = False
        self._begun = 0.0
        self._replies = Replies()
        self._folder: Path | None = None

    def __enter__(self) -> Self:
        """Nothing starts yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process and remove its folder."""
        self.close()

    def serves(self, exercise: Exercise, definitions: Definitions) -> bool:
        """Whether it is there for that exercise and these definitions, and its process, if any, will do."""
        lives = self._process is None or (
            self._process.poll() is None and time.monotonic() < self._begun + FRESH_SECONDS
        )
        return lives and exercise is self._exercise and definitions == self._definitions

    def begin(self) -> None:
        """Start its process, if there is none, but run nothing of the learner's before the first call."""
        if self._process is not None:
            return
        exercise = self._exercise
        if self._folder is None:
            self._folder = make_folder("check")
        self._replies = Replies()
        bounds = f"{WHOLE_CHECK_SECONDS}:{walls.PROCESSES}:{MEMORY_TOGETHER * exercise.memory_mib}"
        command = walls.behind(
            [sys.executable, "-m", "autograder.subject"],
            self._folder,
            shown=[exercise.probe.partition(":")[0]] if exercise.probe else [],
            off_limits=exercise.off_limits,
        )
        process = subprocess.Popen(
            [sys.executable, "-S", warden.__file__, bounds, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            env=_environment(self._folder),
            start_new_session=True,
        )
        self._process, self._begun = process, time.monotonic()
        threading.Thread(target=self._replies.read, args=(process.stdout,), daemon=True).start()

    def call(self, arguments: Arguments) -> Outcome:
        """Make one call and wait for its outcome, at most the exercise's `seconds`."""
        if not self._knows:
            self.begin()
            self._send(self._setup())
            self._knows = True
            ready = self._receive(START_SECONDS)
            if not isinstance(ready, Ready):
                return ready
        self._send({"arguments": plain.encode(arguments)})
        outcome = self._receive(self._exercise.seconds)
        return Died() if isinstance(outcome, Ready) else outcome

    def close(self) -> None:
        """End the learner's process and whatever it started; remove its folder."""
        process, self._process = self._process, None
        self._knows = False
        self._replies.closed.set()
        if process is not None:
            process.terminate()
            try:
                process.wait(warden.KILL_SECONDS + 5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            _kill_group(process.pid)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close_quietly(pipe)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            pass  # it ended; the reader has seen so, and says so to whoever waits for the reply

    def _receive(self, seconds: float) -> Outcome | Ready:
        """The next reply; after one that cannot be used, the process is ended."""
        try:
            line = self._replies.lines.get(timeout=seconds)
            if line.endswith(b"\n"):
                reply: Outcome | Ready = msgspec.json.decode(line, type=_FromSubject)
                if isinstance(reply, Answer):
                    reply.decoded()  # whoever forges a reply may not know how plain data looks
                if isinstance(reply, TimedOut):
                    self.close()
                return reply
        except queue.Empty:
            self.close()
            return TimedOut(seconds=seconds)
        except (msgspec.DecodeError, plain.NotPlainError):
            pass
        self.close()
        return Died()

    def _setup(self) -> dict[str, Any]:
        exercise = self._exercise
        return {
            "cells": [[cell.label, cell.source] for cell in self._definitions.cells],
            "name": exercise.name,
            "constant": exercise.constant,
            "probe": exercise.probe,
            "off_limits": list(exercise.off_limits),
            "memory_mib": exercise.memory_mib,
            "cpu_seconds": int(WHOLE_CHECK_SECONDS),
            "computing": 0 if exercise.is_watched else exercise.computing,
            "processes": walls.PROCESSES if walls.wanted() is not walls.Wish.NONE else 0,
        }


def _kill_group(leader: int) -> None:
    """Kill what is left of a process group whose leader, the warden, may have been killed itself."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)


class Replies:
    """What comes from a subject, line by line, and no faster than it is wanted.

    Attributes:
        lines: Replies; an empty one says that no more will come.
        closed: Set when nobody wants any more.
    """

    def __init__(self) -> None:
        self.lines: queue.Queue[bytes] = queue.Queue(REPLIES_AHEAD)
        self.closed = threading.Event()

    def read(self, pipe: Any) -> None:
        """Move replies from `pipe` to `lines` until it ends."""
        try:
            while line := pipe.readline(REPLY_LIMIT):
                self._put(line)
                if not line.endswith(b"\n") or self.closed.is_set():
                    break
        except (OSError, ValueError):
            pass  # closed under us
        self._put(b"")

    def _put(self, line: bytes) -> None:
        # A subject may write for ever: then its pipe fills up, and nothing of ours does.
        while not self.closed.is_set():
            try:
                return self.lines.put(line, timeout=0.5)
            except queue.Full:
                continue
        return None


def _environment(folder: Path) -> dict[str, str]:
    """What the learner's process may know of ours: enough to start Python, and no more."""
    passed = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "SYSTEMROOT", "BAOZI_LANG", "VIRTUAL_ENV")
    known = {name: os.environ[name] for name in passed if name in os.environ}
    home = str(folder)
    return {**known, "HOME": home, "TMPDIR": home, "PYTHONHASHSEED": "0"}


def _close_quietly(pipe: Any) -> None:
    with contextlib.suppress(OSError):
        pipe.close()
