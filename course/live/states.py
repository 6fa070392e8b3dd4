"""From the operating system's many words for a process's state to the few of the lessons.

No system says of a process that it is ready: Linux calls both a process that holds a CPU and one
that only waits for its turn ``running`` (R). So there is one word for both here as well.

Systems differ in how much they tell. Linux tells everything. psutil on macOS reports nearly every
process as running (https://github.com/giampaolo/psutil/issues/2675), so there the system's own
``ps`` is asked. Windows tells running and stopped only.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import psutil

State = Literal["running", "blocked", "stopped", "zombie", "gone"]

STATES: Mapping[str, State] = MappingProxyType(
    {
        psutil.STATUS_RUNNING: "running",
        psutil.STATUS_WAKING: "running",
        psutil.STATUS_SLEEPING: "blocked",
        psutil.STATUS_DISK_SLEEP: "blocked",
        psutil.STATUS_IDLE: "blocked",
        psutil.STATUS_LOCKED: "blocked",
        psutil.STATUS_WAITING: "blocked",
        psutil.STATUS_PARKED: "blocked",
        psutil.STATUS_STOPPED: "stopped",
        psutil.STATUS_TRACING_STOP: "stopped",
        psutil.STATUS_ZOMBIE: "zombie",
        psutil.STATUS_DEAD: "gone",
    }
)
# The first letter of what macOS's `ps` says; see `man ps` there.
_LETTERS = {
    "R": psutil.STATUS_RUNNING,
    "S": psutil.STATUS_SLEEPING,
    "I": psutil.STATUS_IDLE,
    "U": psutil.STATUS_DISK_SLEEP,
    "T": psutil.STATUS_STOPPED,
    "Z": psutil.STATUS_ZOMBIE,
}


def state_of(process: int | psutil.Process) -> State:
    """The state of one process in the lessons' words.

    ``"running"`` (on a CPU or ready for one), ``"blocked"`` (waiting for something), ``"stopped"``
    (paused by a signal), ``"zombie"`` (ended, not yet waited for by its parent) or ``"gone"``.

    Args:
        process: A pid, or a process of psutil's. Of the two only the latter notices that a pid has
            been given to a new process since.
    """
    try:
        return told(psutil.Process(process) if isinstance(process, int) else process)[0]
    except psutil.NoSuchProcess:
        return "gone"


def told(process: psutil.Process) -> tuple[State, str]:
    """The state of `process` in the lessons' word and in the system's, both from one look.

    Asked for one after the other, the two could contradict each other: a process does not wait.

    Raises:
        psutil.NoSuchProcess: if there is no such process any more.
    """
    status = status_of(process)
    if not process.is_running():
        return "gone", ""
    # A word that psutil does not know stands for some kind of waiting: all else has its own.
    return STATES.get(status, "blocked"), status


def status_of(process: psutil.Process) -> str:
    """The system's own word for the state of `process`, as psutil spells it.

    Raises:
        psutil.NoSuchProcess: if there is no such process any more.
    """
    if sys.platform != "darwin":
        return str(process.status())
    asked = subprocess.run(
        ["/bin/ps", "-o", "stat=", "-p", str(process.pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    return status_from_letters(asked.stdout) or str(process.status())


def status_from_letters(said: str) -> str | None:
    """What the STAT column of macOS's ``ps`` means, or None if it is empty or unknown.

    >>> status_from_letters("Ss+")
    'sleeping'
    >>> status_from_letters("") is None
    True
    """
    return _LETTERS.get(said.strip()[:1])
