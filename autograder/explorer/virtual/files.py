"""``open``: CPython's own buffers and text layers over files in memory.

What is written stays in the buffer until it is flushed, as it really does: only then do others see
it. A file that nobody refers to any more is closed, too; what its buffer still held is written
before the process's next operation, which is as good as at once, since until then nobody can look.
"""

from __future__ import annotations

import errno
import io
import os
import weakref
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import current, do, unsupported
from autograder.explorer.families.disk import FOLDER, Failed
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import disk, endings
from autograder.explorer.virtual.raw import NoFile, Raw, meaning

BUFFER = 8192
"""Bytes that a buffer holds."""
_LAST = -1000
"""Files that are still open are closed after everything else that a process does at its end."""


def _fork(opened: Any, copier: Any) -> Any:
    """A file as a forked child has it: with a copy of what its buffers hold."""
    if opened.closed:
        return opened
    is_text = isinstance(opened, io.TextIOWrapper)
    buffer = opened.buffer if is_text else opened
    raw = buffer.raw
    data = unread = b""
    with raw.keeping() as kept:
        if raw.writable():
            opened.flush()
            data = b"".join(kept)
        elif raw.tell():
            try:
                unread = raw.unread(opened.tell())
            except OSError:
                unsupported("fork() while a file is being read")
    if len(data) > BUFFER:
        unsupported("fork() while much waits to be written to a file")
    if data:
        buffer.write(data)
    copied = copier(raw)
    with copied.keeping():
        new = type(buffer)(copied, BUFFER)
        if is_text:
            new = TextFile(new, opened.encoding, opened.errors, raw.newline, opened.line_buffering)
            new.mode = opened.mode
    copied.ahead = unread
    if data:
        (new.buffer if is_text else new).write(data)
    return new


def _like(real: Any) -> Any:
    """A class that differs from a real one in nothing but what the explorer wants to know of it."""

    def refuse(_self: Any, _protocol: Any) -> Any:
        raise TypeError(f"cannot pickle {real.__name__!r} instances")

    def state(self: Any) -> str | None:
        try:
            raw = self.buffer.raw if isinstance(self, io.TextIOWrapper) else self.raw
        except ValueError:
            return "detached"
        found: str | None = raw.state
        return found

    def tell(self: Any) -> str:
        return str(real.__repr__(self)).replace("<TextIO", "<_io.TextIO", 1)

    names = {
        "__module__": "_io",
        "__reduce_ex__": refuse,
        "__repr__": tell,
        "__fork__": _fork,
        "_shared_name": property(state),
    }
    return type(real.__name__, (real,), names)


TextFile = _like(io.TextIOWrapper)
Reader = _like(io.BufferedReader)
Writer = _like(io.BufferedWriter)
Both = _like(io.BufferedRandom)


def open_(  # noqa: PLR0913, PLR0917 - the real signature
    file: Any,
    mode: str = "r",
    buffering: int = -1,
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
    closefd: bool = True,
    opener: Any = None,
) -> Any:
    """The builtin ``open``."""
    if isinstance(file, int) or opener is not None:
        unsupported("open(fd)" if opener is None else "open(opener=...)")
    path = os.fspath(file)
    how = meaning(mode)
    if how.binary:
        for what, given in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if given is not None:
                raise ValueError(f"binary mode doesn't take {_an(what)} argument")
    if not closefd:
        raise ValueError("Cannot use closefd=False with file name")
    raw = NoFile() if path == os.devnull else Raw(path, how, _content(path, how.action))
    if buffering == 0:
        if not how.binary:
            raise ValueError("can't have unbuffered text I/O")
        return raw
    size = buffering if buffering > 1 else BUFFER
    buffered = (Both if how.reads and how.writes else Reader if how.reads else Writer)(raw, size)
    opened = buffered
    if not how.binary:
        if encoding in (None, "locale"):
            encoding = "UTF-8"
        opened = TextFile(buffered, encoding, errors, newline, buffering == 1)
        opened.mode, raw.newline = mode, newline
    if how.writes:
        _remember(opened)
    return opened


def _an(what: str) -> str:
    return f"an {what}" if what[0] == "e" else f"a {what}"


def _content(path: Any, action: str) -> str:
    """The content that `path` leads to, or is made to lead to, as opening it does."""
    if action == "r":
        found = disk.do_to("disk.look", path, "open")
        if found is None:
            raise disk.failure(Failed(errno.ENOENT), path)
    else:
        process = current()
        new = process.new_name("file")
        found = disk.do_to("disk.create", path, "open", new)
        if found is None:
            return process.machine.add(new, Primitive("file", b"", extra=disk.locate(path)))
        if action == "x":
            raise disk.failure(Failed(errno.EEXIST), path)
    if found == FOLDER:
        raise disk.failure(Failed(errno.EISDIR), path)
    if action == "w":
        do("file.cut", found, 0)
    return str(found)


def _remember(opened: Any) -> None:
    """Have `opened` closed at the end of the process if it still is open then."""
    process = current()
    files = process.extras.get("files")
    if files is None:
        files = process.extras["files"] = []
        endings.at_exit(process, _LAST, lambda: close_all(process))
    elif len(files) > 16:
        files[:] = [each for each in files if each() is not None]
    files.append(weakref.ref(opened))


def close_all(process: Process) -> None:
    """Close what the program left open, as CPython does when it takes its modules apart.

    A forked child does not get so far: with it end those files only that functions had open.
    """
    kept: set[int] = set()
    if process.parent is not None and "ends" not in process.extras:
        kept = {id(each) for each in process.main.__dict__.values()}
    for each in process.extras["files"]:
        opened = each()
        if opened is not None and not opened.closed and id(opened) not in kept:
            opened.close()
    while process.dropped:
        process.dropped.pop().close()
