"""``python -m autograder doctor``: which walls stand on this machine, found out by running at them.

Nothing is believed: a process behind the walls tries to get at what it must not, and what it got is
looked at from this side. See :mod:`autograder.probing` for the attempts.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from autograder import messages, probing, view, walls, warden
from autograder.exercise import lessons
from autograder.host import REPLIES_AHEAD, Replies
from autograder.scratch import make_folder
from autograder.walls import Kind, Wish

TRY_SECONDS = 30.0
TOGETHER_MIB = 256
LIMITS = (512, 1, walls.PROCESSES)
"""Memory of one process in MiB, seconds of computing, processes."""


class Machine:
    """What there is to get at outside: a port, secrets, a process; all gone afterwards."""

    def __init__(self) -> None:
        self.mark = f"baozi-doctor-{secrets.token_hex(8)}"
        self.sign = f"baozi-bystander-{secrets.token_hex(8)}"
        self.folder = Path(tempfile.mkdtemp(prefix="baozi-doctor-"))
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Plant everything."""
        self._stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        (self.folder / "secret").write_text(self.mark)
        self._listener = self._stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        if sys.platform.startswith("linux"):
            named = self._stack.enter_context(socket.socket(socket.AF_UNIX))
            named.bind(f"\0{self.mark}")
            named.listen()
        script = "import time; time.sleep(600)"
        environment = {**os.environ, "BAOZI_DOCTOR": self.mark}
        self.bystander = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", script, self.sign], env=environment
        )
        self._stack.callback(self.bystander.wait)
        self._stack.callback(self.bystander.kill)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def orders(self) -> dict[str, Any]:
        """All that attempts need to know."""
        home = [str(each) for each in Path.home().glob(".*") if each.is_file()][:20]
        return {
            "mark": self.mark,
            "sign": self.sign,
            "port": self._listener.getsockname()[1],
            "abstract": self.mark if sys.platform.startswith("linux") else "",
            "secrets": [str(self.folder / "secret"), *home],
            "modules": sorted(entry.value.partition(":")[0] for entry in lessons().values()),
            "folders": self.outside(),
            "pids": [os.getpid(), self.bystander.pid],
            "limits": LIMITS,
        }

    def outside(self) -> list[str]:
        """Folders in which nothing may be written."""
        own = (self.folder, Path(__file__).parent, Path(sys.prefix), Path.home(), Path.cwd())
        return [*map(str, own), tempfile.gettempdir(), "/dev/shm", "/var/tmp"]  # noqa: S108

    def touched(self) -> list[str]:
        """Those in which something was written; it is removed."""
        found = [folder for folder in self.outside() if Path(folder, self.mark).exists()]
        for folder in found:
            Path(folder, self.mark).unlink(missing_ok=True)
        return found


@dataclass
class Ran:
    """What came of an attempt: what it wrote (None if nothing), and after how many seconds."""

    got: Any
    seconds: float
    folder: Path = field(default_factory=Path)


@contextlib.contextmanager
def _running(machine: Machine, attempt: str, seconds: float) -> Iterator[subprocess.Popen[bytes]]:
    """The warden of one attempt; as a check starts its subject."""
    folder = make_folder("doctor")
    bounds = f"{seconds}:{walls.PROCESSES}:{TOGETHER_MIB}"
    inner = [sys.executable, "-m", "autograder.probing", attempt, machine.mark]
    environment = {**view.environment(), "BAOZI_DOCTOR": machine.mark}
    if walls.kind() is Kind.NONE:
        # Then a subject's environment is all that it is given.
        environment = {**view.environment(), "HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(
        [sys.executable, "-S", warden.__file__, bounds, *walls.behind(inner, folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )
    assert process.stdin is not None
    with contextlib.suppress(OSError), process.stdin as pipe:
        pipe.write(json.dumps(machine.orders()).encode())
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
        shutil.rmtree(folder, ignore_errors=True)


def _try(machine: Machine, attempt: str, seconds: float = TRY_SECONDS) -> Ran:
    started = time.monotonic()
    with _running(machine, attempt, seconds) as process:
        assert process.stdout is not None
        told = process.stdout.read(1 << 20)
    with contextlib.suppress(json.JSONDecodeError):
        return Ran(json.loads(told), time.monotonic() - started)
    return Ran(None, time.monotonic() - started)


def _nothing(attempt: str) -> Callable[[Machine], bool]:
    """A wall that stands if the attempt was made and got nothing."""

    def stands(machine: Machine) -> bool:
        got = _try(machine, attempt).got
        return got is not None and not got

    return stands


def _less_than(attempt: str, most: int) -> Callable[[Machine], bool]:
    """A wall that stands if the attempt got less, or was ended."""

    def stands(machine: Machine) -> bool:
        got = _try(machine, attempt).got
        return got is None or int(got) < most

    return stands


def _ended(attempt: str, seconds: float) -> Callable[[Machine], bool]:
    """A wall that stands if the attempt was ended before long."""

    def stands(machine: Machine) -> bool:
        ran = _try(machine, attempt, seconds)
        return ran.got is None and ran.seconds < TRY_SECONDS / 2

    return stands


def _untouched(machine: Machine) -> bool:
    tried = _try(machine, "writing").got
    return not machine.touched() and tried is not None


def _none_left(machine: Machine) -> bool:
    _try(machine, "orphan")
    return not _alive(machine)


def _dies_with_its_warden(machine: Machine) -> bool:
    """Nobody is left even when the warden itself is killed."""
    with _running(machine, "sleeping", TRY_SECONDS) as process:
        assert process.stdout is not None
        process.stdout.readline()  # it is there
        process.kill()
        return _until(lambda: not _alive(machine))


def _alive(machine: Machine) -> list[int]:
    """The attempts that still run; a zombie has no command line."""
    import psutil  # noqa: PLC0415 - here only

    return [
        each.pid
        for each in psutil.process_iter(["cmdline"])
        if "autograder.probing" in (words := each.info["cmdline"] or [])
        and any(machine.mark in word for word in words)
        and warden.__file__ not in words
    ]


def _until(holds: Callable[[], bool], seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while not (true := holds()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return true


def _held_back(machine: Machine) -> bool:
    """Whoever writes for ever fills no memory of ours."""
    with _running(machine, "flooding", TRY_SECONDS) as process:
        replies = Replies()
        reader = threading.Thread(target=replies.read, args=(process.stdout,), daemon=True)
        reader.start()
        _until(replies.lines.full)
        held = replies.lines.qsize() == REPLIES_AHEAD
        replies.closed.set()
        process.send_signal(signal.SIGTERM)
        reader.join()
    return held


WALLS: dict[str, Callable[[Machine], bool]] = {
    "network": _nothing("network"),
    "secrets": _nothing("reading"),
    "environment": _nothing("environment"),
    "answers": _nothing("answers"),
    "files": _untouched,
    "folder": _less_than("filling", probing.FILL_MIB),
    "signals": _nothing("signals"),
    "sight": _nothing("sight"),
    "rights": _nothing("rights"),
    "orphans": _none_left,
    "warden": _dies_with_its_warden,
    "memory": _less_than("memory", LIMITS[0] + 1),
    "together": _ended("together", TRY_SECONDS),
    "processes": _less_than("processes", probing.FORKS),
    "open-files": _less_than("files", probing.FILES),
    "computing": _ended("computing", TRY_SECONDS),
    "clock": _ended("sleeping", 1.0),
    "output": _held_back,
}
"""What is tried, by the wall's name in the catalogue."""


def examine(by: Kind | None = None) -> dict[str, bool]:
    """Whether each wall stands, by name.

    Args:
        by: What is to put them up; None for what grading would take.
    """
    walls.use(Wish.BEST, by=by)
    try:
        with Machine() as machine:
            return {name: stands(machine) for name, stands in WALLS.items()}
    finally:
        walls.use(Wish.NONE)


def add_command(commands: Any) -> None:
    """Add ``doctor`` to the commands of ``python -m autograder``."""
    doctor = commands.add_parser("doctor", help="try which walls stand around learners' code here")
    doctor.add_argument(
        "--by", type=Kind, choices=list(Kind), help="try these walls (default: what grading takes)"
    )
    doctor.add_argument("--language", choices=messages.LANGUAGES, help="the language of the report")
    doctor.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.language:
        messages.use(options.language)
    by = options.by or walls.kind()
    print(messages.text(f"doctor.by.{by}"))
    found = examine(by)
    for name, stands in found.items():
        told = messages.text(f"doctor.walls.{name}.{'stands' if stands else 'down'}")
        print(f"{'✓' if stands else '✗'} {told}")
    if all(found.values()):
        print(messages.text("doctor.all"))
        return 0
    remedy = "linux" if sys.platform.startswith("linux") else "elsewhere"
    print(messages.text(f"doctor.remedy.{remedy}"))
    return 1
