"""Real processes held in a known state, for a learner's function to look at.

Nothing here is left to chance. A specimen tells through a pipe that it has reached the place where
it stays, and it is handed out only after the operating system has been seen to report the state.
Probes run in the subject process; :mod:`course.exercises.processes` decides what their answers
mean.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import psutil

# Seconds: by far more than starting a bare Python takes on a busy machine.
PATIENCE = 25.0

_LOOP = "while True: pass"
_READ = "sys.stdin.read()"
_SLEEP = "time.sleep(3600)"
# What each specimen runs, and whether it is paused there.
PROGRAMS: Mapping[str, tuple[str, bool]] = MappingProxyType(
    {
        "loops": (_LOOP, False),
        "reads": (_READ, False),
        "sleeps": (_SLEEP, False),
        "paused": (_LOOP, True),
        "paused-reader": (_READ, True),
        "uncollected": ("", False),
        "collected": ("", False),
    }
)
# The state in which each specimen is, in the words the exercise asks for.
STATES: Mapping[str, str] = MappingProxyType(
    {
        "loops": "running",
        "reads": "blocked",
        "sleeps": "blocked",
        "paused": "stopped",
        "paused-reader": "stopped",
        "uncollected": "zombie",
        "collected": "gone",
    }
)
# What psutil cannot tell on some systems; see course.live.states.
HIDDEN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "darwin": frozenset({"reads", "sleeps"}),
        "win32": frozenset({"reads", "sleeps", "uncollected"}),
    }
)


def state_probe(namespace: Mapping[str, Callable[[int], Any]], specimen: str) -> Any:
    """What the learner's ``state_of`` says of a specimen: its answer, or ``NoSuchProcess``."""
    if specimen in hidden():
        return STATES[specimen]
    with process_that(specimen) as pid:
        try:
            return namespace["state_of"](pid)
        except psutil.NoSuchProcess:
            return "NoSuchProcess"


def hidden() -> frozenset[str]:
    """The specimens whose state psutil does not tell on this system."""
    return HIDDEN.get(sys.platform, frozenset())


@contextmanager
def process_that(specimen: str) -> Iterator[int]:
    """A process of the kind `specimen`, given by its pid; gone without a trace afterwards.

    Raises:
        TimeoutError: if the system has not reported its state after :data:`PATIENCE` seconds.
    """
    body, paused = PROGRAMS[specimen]
    code = f"import sys, time\nsys.stdout.write('!')\nsys.stdout.flush()\n{body}"
    child = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert child.stdout is not None
        child.stdout.read(1)
        if paused:
            psutil.Process(child.pid).suspend()
        if specimen == "collected":
            child.wait()
        _until_seen(child.pid, specimen)
        yield child.pid
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()


def _until_seen(pid: int, specimen: str) -> None:
    expected = {
        "running": {psutil.STATUS_RUNNING},
        "blocked": {psutil.STATUS_SLEEPING},
        "stopped": {psutil.STATUS_STOPPED},
        "zombie": {psutil.STATUS_ZOMBIE},
        "gone": {None},
    }[STATES[specimen]]
    deadline = time.monotonic() + PATIENCE
    while _status(pid) not in expected:
        if time.monotonic() > deadline:
            raise TimeoutError(f"the process that {specimen} never got there; run the check again")
        time.sleep(0.002)


def _status(pid: int) -> str | None:
    try:
        return str(psutil.Process(pid).status())
    except psutil.NoSuchProcess:
        return None
