"""The bytes of open files, below all buffers: what is read and written here is an operation."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from autograder.explorer.doing import current, do, here, unsupported
from autograder.explorer.families.disk import Failed
from autograder.explorer.operations import Primitive
from autograder.explorer.virtual import disk


class Mode(NamedTuple):
    """What a mode such as ``"r+b"`` means."""

    action: str
    binary: bool
    reads: bool
    writes: bool
    name: str


@cache
def meaning(mode: str) -> Mode:
    """What a mode means.

    >>> meaning("r+b").writes
    True
    """
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
    return Mode(action, "b" in letters, both or action == "r", both or action != "r", name)


class Raw(io.RawIOBase):
    """The bytes of a file that is open, without any buffer.

    Args:
        name: What the program called it.
        mode: How it was opened.
        content: The name of its content as a shared thing.
    """

    def __init__(self, name: Any, mode: Mode, content: str) -> None:
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
        if here.closing or here.task is None:
            return len(held)  # the execution is over, and this is its rubbish
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
        self.at_end = False
        if self._shared:
            moved = do("file.seek", self._shared, (offset, whence))
            if moved.__class__ is Failed:
                raise disk.failure(moved)
            return int(moved)
        start = 0
        if whence == 1:
            start = self._place
        elif whence == 2:
            start = len(do("file.read", self._content, (0, None)))
        if start + offset < 0:
            raise disk.failure(Failed(errno.EINVAL))
        self._place = start + offset
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
        kept: list[bytes] = []
        self._kept = kept
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
        copied = Raw.__new__(Raw)
        copied.__dict__.update(self.__dict__, _dropped=copier(self._dropped), _read=b"")
        return copied

    def __repr__(self) -> str:
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"

    def __reduce_ex__(self, _protocol: Any) -> Any:
        raise TypeError("cannot pickle 'FileIO' instances")

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
            self._raw._put(data)


class NoFile(io.RawIOBase):
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
