"""``os``: the disk, the processes' numbers, and an environment that is the same everywhere."""

from __future__ import annotations

import errno
import os
import posixpath
import signal
import stat
import types
from collections.abc import Iterator
from typing import Any, NoReturn, Self

from autograder.explorer.actors import Process
from autograder.explorer.doing import current, do, unsupported
from autograder.explorer.families.disk import FOLDER, HOME, Failed, normal
from autograder.explorer.virtual import disk, endings
from autograder.explorer.virtual.clock import EPOCH
from autograder.explorer.virtual.environment import ENVIRON, cpu_count
from autograder.explorer.virtual.imports import module, virtual
from autograder.explorer.virtual.randomness import urandom


def getenv(key: str, default: Any = None) -> Any:
    """``os.getenv``."""
    return ENVIRON.get(key, default)


def getpid() -> int:
    """``os.getpid``."""
    return current().pid


def getppid() -> int:
    """``os.getppid``."""
    parent = current().parent
    return 1 if parent is None else parent.pid


def exit_at_once(status: int) -> NoReturn:
    """``os._exit``."""
    process = current()
    do("process.exit", process.key, status & 0xFF)
    raise AssertionError("a process that has ended goes on")


def kill(pid: int, sig: int, /) -> None:
    """``os.kill``, for signals that end a process, and 0, which asks whether it is there."""
    me = current()
    if pid == me.pid:
        if sig in (signal.SIGTERM, signal.SIGKILL):
            do("process.exit", me.key, -int(sig))
        if sig != 0:
            unsupported(f"os.kill(..., {sig})")
        return
    process = next((each for each in _family(me.machine.processes[0]) if each.pid == pid), None)
    if process is None:
        raise disk.failure(Failed(errno.ESRCH))
    if sig == 0:
        if isinstance(do("process.look", process.key), int) and process.extras.get("joined"):
            raise disk.failure(Failed(errno.ESRCH))
    elif sig in (signal.SIGTERM, signal.SIGKILL):
        endings.terminate(process, int(sig))
    else:
        unsupported(f"os.kill(..., {sig})")


def _family(process: Process) -> Iterator[Process]:
    """A process and all who descend from it."""
    yield process
    for child in process.children:
        yield from _family(child)


def getcwd() -> str:
    """``os.getcwd``."""
    return HOME


def chdir(path: Any) -> None:
    """``os.chdir``, to where every program is."""
    if normal(os.fsdecode(path)) != HOME:
        unsupported("os.chdir")


def stat_(path: Any, *, dir_fd: None = None, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG001 - theirs
    """``os.stat``: the kind and the size; all times are when the program began."""
    content = disk.look(path)
    if content is None:
        raise disk.failure(Failed(errno.ENOENT), path)
    if content == FOLDER:
        return os.stat_result((stat.S_IFDIR | 0o755, 0, 0, 1, 0, 0, 4096, *[int(EPOCH)] * 3))
    size = len(do("file.read", content, (0, None)))
    return os.stat_result((stat.S_IFREG | 0o644, 0, 0, 1, 0, 0, size, *[int(EPOCH)] * 3))


def access(path: Any, mode: int, **_theirs: Any) -> bool:  # noqa: ARG001 - all may do everything
    """``os.access``."""
    return disk.exists(path)


class DirEntry:
    """What ``os.scandir`` finds."""

    def __init__(self, folder: str, name: str) -> None:
        self.name = name
        self.path = posixpath.join(folder, name)

    def is_file(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - theirs
        """Whether it is a file."""
        return disk.isfile(self.path)

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - theirs
        """Whether it is a folder."""
        return disk.isdir(self.path)

    def is_symlink(self) -> bool:
        """There are none."""
        return False

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002 - theirs
        """What ``os.stat`` says of it."""
        return stat_(self.path)

    def __fspath__(self) -> str:
        return self.path

    def __repr__(self) -> str:
        return f"<DirEntry {self.name!r}>"


class _Scan(list[DirEntry]):
    """The entries of a folder, as a context manager and an iterator."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.clear()

    def __next__(self) -> DirEntry:
        if not self:
            raise StopIteration
        return self.pop(0)

    def close(self) -> None:
        """Let go of the rest."""
        self.clear()


def scandir(path: Any = ".") -> _Scan:
    """``os.scandir``."""
    folder = os.fsdecode(path)
    return _Scan(DirEntry(folder, name) for name in disk.listdir(path))


def walk(top: Any, topdown: bool = True) -> Iterator[tuple[str, list[str], list[str]]]:
    """``os.walk``."""
    folder = os.fsdecode(top)
    try:
        names = disk.listdir(top)
    except OSError:
        return
    folders = [name for name in names if disk.isdir(posixpath.join(folder, name))]
    files = [name for name in names if name not in folders]
    if topdown:
        yield folder, folders, files
    for name in folders:
        yield from walk(posixpath.join(folder, name), topdown)
    if not topdown:
        yield folder, folders, files


def _realpath(path: Any, *, strict: bool = False) -> str:  # noqa: ARG001 - there are no links
    return normal(os.fsdecode(path))


def _relpath(path: Any, start: Any = HOME) -> str:
    return posixpath.relpath(normal(os.fsdecode(path)), normal(os.fsdecode(start)))


def _expanduser(path: Any) -> str:
    text = os.fsdecode(path)
    return HOME + text[1:] if text == "~" or text.startswith("~/") else text


_PURE = """
    basename commonpath commonprefix dirname isabs join normcase normpath split splitdrive splitext
    curdir pardir sep altsep extsep pathsep defpath devnull supports_unicode_filenames
""".split()


@virtual("os.path")
def _path() -> types.ModuleType:
    return module(
        "os.path",
        {name: getattr(posixpath, name) for name in _PURE}
        | {
            "abspath": lambda path: normal(os.fsdecode(path)),
            "realpath": _realpath,
            "relpath": _relpath,
            "expanduser": _expanduser,
            "exists": disk.exists,
            "lexists": disk.exists,
            "isfile": disk.isfile,
            "isdir": disk.isdir,
            "islink": lambda _path: False,
            "getsize": disk.size,
            "getmtime": lambda path: stat_(path).st_mtime,
            "samefile": lambda one, other: disk.look(one) == disk.look(other),
        },
    )


_CONSTANTS = """
    O_RDONLY O_WRONLY O_RDWR O_CREAT O_EXCL O_TRUNC O_APPEND F_OK R_OK W_OK X_OK EX_OK SEEK_SET
    SEEK_CUR SEEK_END PathLike fspath fsencode fsdecode stat_result error strerror
""".split()


@virtual("os")
def _os() -> types.ModuleType:
    return module(
        "os",
        {name: getattr(os, name) for name in _CONSTANTS}
        | {
            "path": _path(),
            "name": "posix",
            "sep": "/",
            "altsep": None,
            "extsep": ".",
            "pathsep": ":",
            "linesep": "\n",
            "curdir": ".",
            "pardir": "..",
            "devnull": "/dev/null",
            "defpath": "/bin:/usr/bin",
            "environ": ENVIRON,
            "getenv": getenv,
            "getpid": getpid,
            "getppid": getppid,
            "_exit": exit_at_once,
            "kill": kill,
            "cpu_count": cpu_count,
            "process_cpu_count": cpu_count,
            "sched_getaffinity": lambda _pid: set(range(cpu_count())),
            "getcwd": getcwd,
            "chdir": chdir,
            "stat": stat_,
            "lstat": stat_,
            "access": access,
            "remove": disk.remove,
            "unlink": disk.remove,
            "rename": disk.replace,
            "replace": disk.replace,
            "mkdir": disk.mkdir,
            "makedirs": disk.makedirs,
            "rmdir": disk.rmdir,
            "listdir": disk.listdir,
            "scandir": scandir,
            "walk": walk,
            "urandom": urandom,
            "fsync": lambda _fd: None,
            "DirEntry": DirEntry,
        },
    )
