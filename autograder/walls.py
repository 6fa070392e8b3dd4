"""Walls around a process in which a learner's code runs: what it cannot reach, it cannot harm.

A subject needs Python, the course's code and a pipe. Behind the walls it finds just that: no network, no
other process, no file that a :class:`~autograder.view.View` does not mention, and nothing to write
on but a small folder of its own. Bubblewrap puts them up where it is installed, else our own
:mod:`autograder.confine` does where Linux lets it. Elsewhere there are none, and only the warden
and the limits that a subject sets itself are left; ``python -m autograder doctor`` tells which.

In a learner's own notebook no walls are wanted: it is their machine. Grading wants them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec

from autograder import confine
from autograder.messages import text
from autograder.scratch import make_folder
from autograder.view import View, view

TRY_SECONDS = 20.0
PROCESSES = 128
"""How many processes and threads there may be behind the walls."""


class Wish(StrEnum):
    """Whether walls are wanted."""

    NONE = "none"
    BEST = "best"
    """Those that can be put up here."""
    REQUIRED = "required"
    """All of them, or nothing runs."""


class Kind(StrEnum):
    """What puts the walls up."""

    NONE = "none"
    BUBBLEWRAP = "bubblewrap"
    NAMESPACES = "namespaces"


class WallsMissingError(RuntimeError):
    """Walls are required and cannot be put up on this machine."""


_wish = Wish.NONE
_secret: tuple[Path, ...] = ()
_by: Kind | None = None


def use(wish: Wish, secret: Collection[Path] = (), by: Kind | None = None) -> None:
    """Run subjects from now on behind walls, as `wish` says.

    Args:
        wish: Whether walls are wanted.
        secret: Folders that are never shown, wherever they are.
        by: What is to put the walls up; None for the best that can.
    """
    global _wish, _secret, _by
    _wish, _secret, _by = wish, tuple(secret), by


def wanted() -> Wish:
    """What :func:`use` was told last."""
    return _wish


def kind() -> Kind:
    """What puts up walls here."""
    return _by or _best()


@cache
def _best() -> Kind:
    """What can, found out by trying, once."""
    return next((each for each in preferred() if stands(each)), Kind.NONE)


def preferred() -> tuple[Kind, ...]:
    """The kinds of walls, the better one first.

    Bubblewrap is known to more people; but what root starts with it remains root's own, and the system
    counts no processes of root's. Ours makes somebody without any rights of it.
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return (Kind.NAMESPACES, Kind.BUBBLEWRAP)
    return (Kind.BUBBLEWRAP, Kind.NAMESPACES)


def stands(which: Kind) -> bool:
    """Whether a subject could be started behind walls of that kind."""
    if not sys.platform.startswith("linux"):
        return False
    if which is Kind.BUBBLEWRAP and shutil.which("bwrap") is None:
        return False
    folder = make_folder("walls")
    try:
        command = _behind(which, [sys.executable, "-c", "import autograder.subject"], view(folder))
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=TRY_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    else:
        return done.returncode == 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def demand() -> None:
    """Complain if walls are required and cannot stand.

    Raises:
        WallsMissingError: in that case.
    """
    if _wish is Wish.REQUIRED and kind() is Kind.NONE:
        raise WallsMissingError(text("doctor.refused"))


def behind(
    command: Sequence[str],
    folder: Path,
    *,
    shown: Collection[str] = (),
    off_limits: Collection[str] = (),
) -> list[str]:
    """The command line that runs `command` behind the walls that are wanted; without any, itself.

    Args:
        command: A program by its full path, and its arguments.
        folder: An empty folder that the caller removes after the command has ended.
        shown: Modules of the exercises' packages that it has to import.
        off_limits: Names whose definitions it must not see; see :class:`autograder.exercise.Exercise`.

    Raises:
        WallsMissingError: if walls are required, and there are none.
    """
    if _wish is Wish.NONE:
        return list(command)
    demand()
    found = kind()
    if found is Kind.NONE:
        return list(command)
    return _behind(found, command, view(folder, shown=shown, off_limits=off_limits, secret=_secret))


def _behind(which: Kind, command: Sequence[str], seen: View) -> list[str]:
    if which is Kind.BUBBLEWRAP:
        return [*_bubblewrap(seen), "--", *command]
    plan = msgspec.json.encode(seen).decode()
    return [sys.executable, "-I", "-S", confine.__file__, plan, *command]


def _bubblewrap(seen: View) -> list[str]:
    words = [
        # Bubblewrap's own environment can be read in there: it is the first process.
        *("env", "-i", shutil.which("bwrap") or "bwrap"),
        *("--unshare-user", "--unshare-all", "--new-session", "--die-with-parent"),
        *("--cap-drop", "ALL", "--clearenv"),
        *_no_more_namespaces(),
    ]
    for name, value in seen.environment.items():
        words += ["--setenv", name, value]
    for kind_, target, source in seen.mounts:
        match kind_:
            case "bind":
                words += ["--ro-bind", source, target]
            case "link":
                words += ["--symlink", source, target]
            case "empty":
                words += ["--tmpfs", target]
    for kind_, target, _ in seen.mounts:
        if kind_ == "empty":
            words += ["--remount-ro", target]
    words += ["--proc", "/proc", "--dev", "/dev"]
    words += ["--size", str(16 << 20), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"]  # noqa: S108
    words += ["--size", str(seen.work_mib << 20), "--tmpfs", seen.work, "--chdir", seen.work]
    return [*words, "--remount-ro", "/"]


@cache
def _no_more_namespaces() -> tuple[str, ...]:
    """Bubblewrap 0.8 and later can also forbid further namespaces in there."""
    told = subprocess.run(["bwrap", "--help"], capture_output=True, text=True, check=False).stdout
    return ("--disable-userns",) if "--disable-userns" in told else ()
