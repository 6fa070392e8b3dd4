"""``open``: CPython's own buffers and text layers over files in memory.

What is written stays in the buffer until it is flushed, as it really does: only then do others see
it. A file that nobody refers to any more is closed, too; what its buffer still held is written
before the process's next operation, which is as good as at once, since until then nobody can look.
"""

from __future__ import annotations

import io
import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from autograder.explorer.actors import Process, current, do, unsupported
from autograder.explorer.families.disk import FOLDER, Failed
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import disk, endings

BUFFER = 8192
"""Bytes that a buffer holds."""
_LAST = -1000
"""Files that are still open are closed after everything else that a process does at its end."""


class _Mode(NamedTuple):
    """What a mode such as ``"r+b"`` means."""

    action: str
    binary: bool
    reads: bool
    writes: bool
    name: str


@cache
def _mode(mode: str) -> _Mode:
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    if {"t", "b"} <= letters:
        raise ValueError("can't have text and binary mode at once")
    actions = letters & set("rwax")
    if len(actions) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    action = actions.pop()
    both = "+" in letters
    name = {"x": "xb", "a": "ab", "r": "rb", "w": "wb"}[action] + ("+" if both else "")
    name = "rb+" if name == "wb+" else name
    return _Mode(action, "b" in letters, both or action == "r", both or action != "r", name)


class Raw(io.RawIOBase):
    """The bytes of a file that is open, without any buffer.

    Args:
        name: What the program called it.
        mode: How it was opened.
        content: The name of its content as a shared thing.
    """

    def __init__(self, name: Any, mode: _Mode, content: str) -> None:
        self.name = name
        self.mode = mode.name
        self._does = mode
        self._content = content
        self._dropped = current().dropped
        self._appends = mode.action == "a"
        self._place = 0
        self._shared = ""  # the name of the position, once a fork has made it a shared thing
        self._read = b""
        self.ahead = b""
        self._kept: list[bytes] | None = None
        self._rest: list[bytes] | None = None
        self.at_end = False
        self.newline: str | None = None
        if self._appends and mode.reads:
            self.seek(0, 2)

    def readable(self) -> bool:
        """Whether it was opened to be read."""
        return self._does.reads

    def writable(self) -> bool:
        """Whether it was opened to be written."""
        return self._does.writes

    def seekable(self) -> bool:
        """It is."""
        return True

    def isatty(self) -> bool:
        """No terminal."""
        return False

    def fileno(self) -> int:
        """A number of its own in this process."""
        self._check()
        found = self.__dict__.get("_fileno")
        if found is None:
            found = self._fileno = 2 + current().count("fileno")
        return int(found)

    def _check(self, able: bool = True, what: str = "") -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if not able:
            raise io.UnsupportedOperation(f"File not open for {what}")

    def _take(self, size: int | None) -> bytes:
        self._check(self._does.reads, "reading")
        if self._shared:
            return bytes(do("file.read-on", self._shared, size))
        data: bytes = do("file.read", self._content, (self._place, size))
        self._place += len(data)
        return data

    def readinto(self, buffer: Any, /) -> int:
        """Read as much as fits."""
        if self._kept is not None:
            return 0
        if self.ahead:
            data, self.ahead = self.ahead[: len(buffer)], self.ahead[len(buffer) :]
        else:
            data = self._take(len(buffer))
        self.at_end = not data
        self._read = data
        buffer[: len(data)] = data
        return len(data)

    def readall(self) -> bytes:
        """Read all that is left."""
        ahead, self.ahead, self._read = self.ahead, b"", b""
        return ahead + self._take(None)

    def write(self, data: Any, /) -> int:
        """Write bytes; those of a file that nobody refers to any more, a moment later."""
        self._check(self._does.writes, "writing")
        held = bytes(data)
        if self._kept is not None:
            self._kept.append(held)
        elif self._rest is None:
            self._put(held)
        else:
            if not self._rest:
                self._dropped.append(_Rest(self, self._rest))
            self._rest.append(held)
        return len(held)

    def _put(self, data: bytes) -> None:
        if self._appends:
            self._place = do("file.write", self._content, (None, data))
        elif self._shared:
            do("file.write-on", self._shared, data)
        else:
            self._place = do("file.write", self._content, (self._place, data))

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Move to a position."""
        self._check()
        if self._shared:
            return int(do("file.seek", self._shared, (offset, whence)))
        start = 0
        if whence == 1:
            start = self._place
        elif whence == 2:
            start = len(do("file.read", self._content, (0, None)))
        if start + offset < 0:
            raise OSError(22, os.strerror(22))
        self._place = start + offset
        self.at_end = False
        return self._place

    def tell(self) -> int:
        """The position."""
        self._check()
        if self._shared and self._kept is None:
            return int(do("file.seek", self._shared, (0, 1)))
        return self._place

    def truncate(self, size: int | None = None, /) -> int:
        """Cut the content off, at the position unless told where."""
        self._check(self._does.writes, "writing")
        where = self.tell() if size is None else size
        do("file.cut", self._content, where)
        return where

    def _dealloc_warn(self, _source: Any) -> None:
        """Called by the buffers when nobody refers to the file: no operation can be done now."""
        self._rest = []

    @contextmanager
    def keeping(self) -> Iterator[list[bytes]]:
        """Meanwhile, what is written is kept in the list, and nothing can be read."""
        self._kept = kept = []
        try:
            yield kept
        finally:
            self._kept = None

    def unread(self, logical: int) -> bytes:
        """What has been read into buffers but is beyond a position that the program knows of."""
        left = self._place - logical
        if not 0 <= left <= len(self._read):
            unsupported("fork() while a file is being read")
        return self._read[len(self._read) - left :]

    def __fork__(self, copier: Any) -> Raw:
        """The same open file in a child: from now on the two share the position in it."""
        process = current()
        if not self._shared and not self._appends and not self.closed:
            content = process.machine.world.primitives[self._content]
            position = Primitive("file", self._place, guard=content, guard_name=self._content)
            self._shared = process.machine.add(process.new_name("position"), position)
        copied = object.__new__(Raw)
        copied.__dict__.update(self.__dict__, _dropped=copier(self._dropped), _read=b"")
        return copied

    def __repr__(self) -> str:
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"

    def __reduce_ex__(self, _protocol: Any) -> Any:
        raise TypeError("cannot pickle '_io.FileIO' object")

    @property
    def state(self) -> str | None:
        """All that may differ between two moments, None if what a buffer holds may, too."""
        if self.closed:
            return "closed file"
        return f"{self._content} {self._place}" if self.at_end and not self._does.writes else None


class _Rest:
    """What the buffer of a file still held when nobody referred to the file any more."""

    def __init__(self, raw: Raw, data: list[bytes]) -> None:
        self._raw = raw
        self._data = data

    def close(self) -> None:
        """Write it."""
        for data in self._data:
            self._raw._put(data)  # noqa: SLF001 - the same module


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
    buffer.write(data) if data else None
    copied = copier(raw)
    with copied.keeping():
        new = type(buffer)(copied, BUFFER)
        if is_text:
            new = TextFile(new, opened.encoding, opened.errors, raw.newline, opened.line_buffering)
            new.mode = opened.mode
    copied.ahead = unread
    (new.buffer if is_text else new).write(data) if data else None
    return new


def _like(real: type) -> Any:
    """A class that differs from a real one in nothing but what the explorer wants to know of it."""

    def refuse(_self: Any, _protocol: Any) -> Any:
        raise TypeError(f"cannot pickle '_io.{real.__name__}' object")

    def state(self: Any) -> str | None:
        try:
            raw = self.buffer.raw if isinstance(self, io.TextIOWrapper) else self.raw
        except ValueError:
            return "detached"
        found: str | None = raw.state
        return found

    names = {
        "__module__": "_io",
        "__reduce_ex__": refuse,
        "__repr__": lambda self: real.__repr__(self).replace("<TextIO", "<_io.TextIO", 1),
        "__fork__": _fork,
        "_shared_name": property(state),
    }
    return type(real.__name__, (real,), names)


TextFile = _like(io.TextIOWrapper)
Reader = _like(io.BufferedReader)
Writer = _like(io.BufferedWriter)
Both = _like(io.BufferedRandom)


def open_(
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
    how = _mode(mode)
    if how.binary:
        for what, given in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if given is not None:
                raise ValueError(f"binary mode doesn't take {_an(what)} argument")
    if not closefd:
        raise ValueError("Cannot use closefd=False with file name")
    raw = _NoFile() if path == os.devnull else Raw(path, how, _content(path, how.action))
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
    return f"an {what}" if what[0] in "e" else f"a {what}"


def _content(path: Any, action: str) -> str:
    """The content that `path` leads to, or is made to lead to, as opening it does."""
    if action == "r":
        found = disk.do_to("disk.look", path, "open")
        if found is None:
            raise disk.failure(Failed(2), path)
    else:
        process = current()
        new = process.new_name("file")
        found = disk.do_to("disk.create", path, "open", new)
        if found is None:
            return process.machine.add(new, Primitive("file", b"", extra=disk.locate(path)))
        if action == "x":
            raise disk.failure(Failed(17), path)
    if found == FOLDER:
        raise disk.failure(Failed(21), path)
    if action == "w":
        do("file.cut", found, 0)
    return str(found)


class _NoFile(io.RawIOBase):
    """``/dev/null``."""

    name = os.devnull
    mode = "rb+"
    state = "nothing"
    newline: str | None = None

    def readable(self) -> bool:
        """It is: it ends at once."""
        return True

    def writable(self) -> bool:
        """It is: it forgets."""
        return True

    def readinto(self, _buffer: Any, /) -> int:
        """Nothing."""
        return 0

    def write(self, data: Any, /) -> int:
        """Forget it."""
        return len(data)


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
