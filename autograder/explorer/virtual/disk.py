"""What every way to files has in common: paths, and what is done to them.

What a content first was called is kept in its primitive's ``extra``, for stories to be told.

The disk is in memory and each execution's own. It holds the program, the files that lay beside it,
and the empty folders that it may count on. What lies elsewhere on a real disk nobody knows: to ask
for it ends the exploration.
"""

from __future__ import annotations

import errno
import os
import posixpath
from typing import Any

from autograder.explorer.doing import current, do, halt, unsupported
from autograder.explorer.families.disk import FOLDER, Failed, normal
from autograder.explorer.operations import Primitive

NAME = "disk"


def locate(path: Any, call: str = "open") -> str:
    """The absolute path of what a program names; the disk is ready for it then."""
    text = os.fsdecode(path)
    if "\0" in text:
        raise ValueError("embedded null byte")
    full = normal(text)
    machine = current().machine
    disk = machine.world.primitives.get(NAME)
    if disk is None:
        leads: dict[str, str] = {}
        for each, held in machine.program.disk.items():
            leads[each] = FOLDER
            if isinstance(held, bytes):
                leads[each] = machine.add(f"file-{each}", Primitive("file", held, extra=each))
        disk = Primitive("disk", leads)
        machine.add(NAME, disk)
    if not text:
        raise failure(Failed(errno.ENOENT), path)
    if full != "/" and "/" + full.split("/", 2)[1] not in machine.program.disk:
        unsupported(f"{call}({text!r})")
    return full


def failure(failed: Failed, *paths: Any) -> OSError:
    """The exception for an answer that says why something did not work."""
    named = [os.fspath(path) for path in paths]
    if failed.errno == errno.ENOENT:
        for name in named:
            _is_not_there(name)
    if len(named) > 1:
        named.insert(1, None)  # what only Windows has to say
    return OSError(failed.errno, os.strerror(failed.errno), *named)


def do_to(kind: str, path: Any, call: str, *more: Any) -> Any:
    """Do one operation to the name that a program gives, with `more` to do it with.

    Raises:
        OSError: as the real call does.
    """
    full = locate(path, call)
    answer = do(kind, NAME, (full, *more) if more else full)
    if answer.__class__ is Failed:
        raise failure(answer, path)
    return answer


def look(path: Any, call: str = "os.stat") -> str | None:
    """What a path leads to: the name of a content, a folder, or nothing.

    A path of no length leads nowhere.
    """
    if not os.fspath(path):
        return None
    found: str | None = do("disk.look", NAME, locate(path, call))
    if found is None:
        _is_not_there(path)
    return found


def _is_not_there(path: Any) -> None:
    """End the exploration if `path` is not there only because it was not brought onto the disk."""
    text = os.fsdecode(path)
    program = current().machine.program
    for unseen in program.unseen:
        full = normal(unseen)
        if normal(text) == full or normal(text).startswith(full + "/"):
            halt("unseen", path=unseen)


def exists(path: Any) -> bool:
    """``os.path.exists``."""
    return look(path, "os.path.exists") is not None


def isfile(path: Any) -> bool:
    """``os.path.isfile``."""
    return look(path, "os.path.isfile") not in (None, FOLDER)


def isdir(path: Any) -> bool:
    """``os.path.isdir``."""
    return look(path, "os.path.isdir") == FOLDER


def size(path: Any) -> int:
    """``os.path.getsize``."""
    content = look(path)
    if content is None:
        raise failure(Failed(errno.ENOENT), path)
    return 4096 if content == FOLDER else len(do("file.read", content, (0, None)))


def listdir(path: Any = ".") -> list[str]:
    """``os.listdir``; in alphabetical order, where a real disk has any."""
    names: list[str] = do_to("disk.list", path, "os.listdir")
    return names


def mkdir(path: Any, mode: int = 0o777, *, dir_fd: None = None) -> None:  # noqa: ARG001 - theirs
    """``os.mkdir``."""
    do_to("disk.make", path, "os.mkdir")


def makedirs(name: Any, mode: int = 0o777, exist_ok: bool = False) -> None:
    """``os.makedirs``."""
    text = os.fsdecode(name)
    head, tail = posixpath.split(text)
    if not tail:
        head, tail = posixpath.split(head)
    if head and tail and not exists(head):
        makedirs(head, mode, exist_ok=True)
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not isdir(name):
            raise


def remove(path: Any, *, dir_fd: None = None) -> None:  # noqa: ARG001 - theirs
    """``os.remove`` and ``os.unlink``."""
    do_to("disk.remove", path, "os.remove")


def rmdir(path: Any, *, dir_fd: None = None) -> None:  # noqa: ARG001 - theirs
    """``os.rmdir``."""
    do_to("disk.unmake", path, "os.rmdir")


def replace(src: Any, dst: Any, **_theirs: None) -> None:
    """``os.replace`` and ``os.rename``: one indivisible act."""
    source, target = locate(src, "os.replace"), locate(dst, "os.replace")
    answer = do("disk.move", NAME, (source, target))
    if answer is not None:
        if answer.errno == errno.EXDEV:
            unsupported("os.rename of a folder")
        raise failure(answer, src, dst)


def rmtree(path: Any, ignore_errors: bool = False) -> None:
    """``shutil.rmtree``."""
    try:
        for name in listdir(path):
            inside = posixpath.join(os.fsdecode(path), name)
            if isdir(inside):
                rmtree(inside, ignore_errors)
            else:
                remove(inside)
        rmdir(path)
    except OSError:
        if not ignore_errors:
            raise
