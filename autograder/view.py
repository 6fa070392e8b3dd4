"""What of the machine's files a subject sees: Python, its libraries, the course's code; no answers.

A view is a list of what is to be there, not of what is to be hidden: ``source/``, the gradebook,
other submissions and everybody's home are invisible because nobody mentions them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import msgspec

from autograder.exercise import lessons
from autograder.redact import file_of, needed, redacted

SYSTEM: tuple[str, ...] = (
    "/usr",
    "/bin",
    "/sbin",
    "/lib",
    "/lib32",
    "/lib64",
    "/nix/store",
    "/sys/devices/system/cpu",
)
SYSTEM += tuple(
    f"/etc/{name}"
    for name in ("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "alternatives", "fonts")
)
LIBRARIES = frozenset({"site-packages", "dist-packages"})
WORK = "/sandbox"
"""The one folder that can be written to: empty, in memory, gone with the subject."""
WORK_MIB = 64
ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "BAOZI_LANG", "VIRTUAL_ENV")

Mount = tuple[Literal["bind", "link", "empty"], str, str]


class View(msgspec.Struct, frozen=True):
    """A file system for one command.

    Args:
        root: An empty folder outside to build it on.
        mounts: ``("bind", where, what of outside)``, ``("link", where, to what)`` or
            ``("empty", where, "")``, in this order.
        environment: The command's environment, all of it.
        work: Its working folder, see :data:`WORK`.
        work_mib: How much can be written there.
    """

    root: str
    mounts: list[Mount]
    environment: dict[str, str]
    work: str = WORK
    work_mib: int = WORK_MIB


def view(
    folder: Path,
    *,
    shown: Collection[str] = (),
    off_limits: Collection[str] = (),
    secret: Collection[Path] = (),
) -> View:
    """What a subject may see.

    Args:
        folder: An empty folder outside, for what the view is built from.
        shown: Modules of the exercises' packages that it has to import: probes and conditions.
        off_limits: ``"module:attribute"`` names whose bodies it must not see.
        secret: Folders that are to be empty even where they lie within Python's own.
    """
    root = folder / "root"
    root.mkdir()
    mounts = [*_machine(), *_secrets(secret), *_packages(), *_without_answers(tuple(sorted(shown)))]
    for module, path, text in _redactions(tuple(sorted(off_limits))):
        copy = folder / f"{module}.py"
        copy.write_text(text, "utf-8")
        mounts.append(("bind", str(path), str(copy)))
        # Its compiled form would give away what the copy does not; an empty one counts as none.
        mounts += [("bind", str(each), os.devnull) for each in _compiled(path)]
    return View(str(root), mounts, environment())


def environment() -> dict[str, str]:
    """What a subject is told of the machine: enough to start Python, and nothing of the instructor's."""
    passed = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    paths = dict.fromkeys(str(path.parent) for path in package_folders())
    ours = {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONHASHSEED": "0",
        "HOME": WORK,
        "TMPDIR": WORK,
    }
    return passed | ours


@cache
def _machine() -> tuple[Mount, ...]:
    """The system's programs and libraries, and Python's."""
    mounts: list[Mount] = []
    for name in SYSTEM:
        if os.path.islink(name) and not name.startswith("/etc"):
            mounts.append(("link", name, os.readlink(name)))
        elif os.path.exists(name):
            mounts.append(("bind", name, name))
    own = {sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix}
    own.add(str(Path(sys.executable).resolve().parents[1]))
    own |= {each for each in sys.path if Path(each).name in LIBRARIES and os.path.isdir(each)}
    for name in sorted(own, key=len):
        if not any(kind == "bind" and _below(name, there) for kind, there, _ in mounts):
            mounts.append(("bind", name, name))
    return tuple(mounts)


def _secrets(folders: Collection[Path]) -> Iterator[Mount]:
    for folder in folders:
        within = any(kind == "bind" and _below(str(folder), there) for kind, there, _ in _machine())
        if within and folder.is_dir():
            yield ("empty", str(folder), "")


def _below(path: str, folder: str) -> bool:
    return f"{path}/".startswith(f"{folder.rstrip('/')}/")


@cache
def package_folders() -> tuple[Path, ...]:
    """Where this package is, and those that bring exercises."""
    names = {entry.value.partition(".")[0].partition(":")[0] for entry in lessons().values()}
    folders = [Path(__file__).parent]
    for name in sorted(names):
        spec = find_spec(name)
        if spec and spec.submodule_search_locations:
            folders.append(Path(spec.submodule_search_locations[0]))
    return tuple(folders)


def _packages() -> Iterator[Mount]:
    for folder in package_folders():
        yield ("bind", str(folder), str(folder))


@cache
def _without_answers(shown: tuple[str, ...]) -> tuple[Mount, ...]:
    """The packages that hold exercises, emptied of all but what `shown` needs."""
    modules = {entry.value.partition(":")[0] for entry in lessons().values()}
    mounts: list[Mount] = []
    for package in sorted({module.rpartition(".")[0] for module in modules}):
        home = file_of(package) if "." in package else None
        if home is not None:
            mounts.append(("empty", str(home.parent), ""))
            mounts += [("bind", str(each), str(each)) for each in sorted(needed(shown, package))]
    return tuple(mounts)


@cache
def _redactions(off_limits: tuple[str, ...]) -> tuple[tuple[str, Path, str], ...]:
    """Module, file and redacted text of every module that defines a name of `off_limits`."""
    wanted: dict[str, set[str]] = {}
    for each in off_limits:
        module, _, name = each.partition(":")
        wanted.setdefault(module, set()).add(name)
    found = []
    for module, names in wanted.items():
        path = file_of(module)
        if path is not None:
            found.append((module, path, redacted(path.read_text("utf-8"), names)))
    return tuple(found)


def _compiled(path: Path) -> Iterator[Path]:
    return (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc")
