"""Runs one command and sees to it that nothing of it is left afterwards.

    python warden.py SECONDS[:PROCESSES:MIB] COMMAND [ARGUMENT ...]

The warden stands between a check and the learner's process. When the command ends, when its time is
up, when the warden is told to stop (SIGTERM), or when whoever started it dies, every descendant is
killed: also one that left its process group or lost its parent, because on Linux orphans below the
warden become its children.

So it goes, too, when together they are more than PROCESSES or use more than MIB of memory: the
system's own limits are on each single process, or on all that a user has.

Only the standard library is imported, and not much of it: this runs once for every check.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
POLL_SECONDS = 0.2
PAGE = 4096 if not hasattr(os, "sysconf") else os.sysconf("SC_PAGE_SIZE")
KILL_SECONDS = 5.0


class Stopped(Exception):  # noqa: N818 - it is an order, not an error
    """SIGTERM came."""


def adopt_orphans() -> None:
    """Let orphaned descendants become our children, and let us hear when our parent dies."""
    if sys.platform.startswith("linux"):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def _end_with_warden() -> Callable[[], None] | None:
    """What the command does before it begins, so that it ends with us even if we are killed."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    ours = os.getpid()

    def prepare() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != ours:
            os._exit(124)

    return prepare


def descendants(pid: int) -> list[int]:
    """The pids of all processes below `pid`, as /proc tells (Linux), else as psutil does."""
    try:
        entries = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    except FileNotFoundError:
        import psutil  # noqa: PLC0415 - where there is no /proc

        return [child.pid for child in psutil.Process(pid).children(recursive=True)]
    parents: dict[int, list[int]] = {}
    for entry in entries:
        try:
            with open(f"/proc/{entry}/stat", "rb") as file:
                # "pid (name) state ppid …"; the name may hold anything, brackets too.
                parent = int(file.read().rpartition(b")")[2].split()[1])
        except (OSError, IndexError, ValueError):
            continue  # it ended while we looked
        parents.setdefault(parent, []).append(entry)
    found: list[int] = []
    waiting = [pid]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def memory_mib(pids: list[int]) -> float:
    """How much memory these processes take up; what they share is counted for each. Linux only."""
    pages = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/statm", "rb") as file:
                pages += int(file.read().split()[1])
        except (OSError, IndexError, ValueError):
            continue  # it ended while we looked
    return pages * PAGE / (1 << 20)


def kill_all_below() -> None:
    """Kill every descendant, again and again until none is left: a fork bomb forks on."""
    deadline = time.monotonic() + KILL_SECONDS
    while time.monotonic() < deadline:
        alive = descendants(os.getpid())
        for pid in alive:
            try:
                os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
            except OSError:
                continue  # it ended by itself
        if not alive:
            return
        _reap()


def _reap() -> None:
    """Wait for every child that has ended, so that it stands in no table any more."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except (ChildProcessError, AttributeError):
        pass
    time.sleep(0.001)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Stopped


def run(seconds: float, command: list[str], processes: int = 0, mib: int = 0) -> int:
    """Run `command` for at most `seconds` and leave nothing of it; its exit code, or 124 if late.

    The command inherits the standard streams. With `processes` and `mib` it ends, as if it were
    late, once there are more of its processes or they use more memory than that.
    """
    signal.signal(signal.SIGTERM, _stop)
    parent = os.getppid()
    adopt_orphans()
    deadline = time.monotonic() + seconds
    status = 124
    try:
        # There are no threads here that a function between fork and exec could trip over.
        child = subprocess.Popen(command, preexec_fn=_end_with_warden())  # noqa: PLW1509
        while time.monotonic() < deadline and os.getppid() == parent:
            try:
                status = child.wait(POLL_SECONDS)
                break
            except subprocess.TimeoutExpired:
                if processes and _too_many(processes, mib):
                    break
    except Stopped:
        pass
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        kill_all_below()
    return status


def _too_many(processes: int, mib: int) -> bool:
    below = descendants(os.getpid())
    return len(below) > processes or memory_mib(below) > mib


if __name__ == "__main__":
    # A killed command has a negative code; the shell's way of telling it is 128 + signal.
    seconds, *bounds = sys.argv[1].split(":")
    code = run(float(seconds), sys.argv[2:], *map(int, bounds))
    sys.exit(code if code >= 0 else 128 - code)
