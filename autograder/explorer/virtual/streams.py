"""What a virtual process writes, and reads: its standard streams."""

from __future__ import annotations

import io
import re
from typing import Any

from autograder.explorer.doing import current, do, halt, here

MOST = 200_000
"""Characters that one process may write in one execution."""
_ADDRESS = re.compile(r"(?<= at )0x[0-9a-fA-F]{6,}")
"""Where an object lies, as ``object.__repr__`` tells it: another place each time, and nobody's business."""


class Stream(io.TextIOBase):
    """``sys.stdout`` or ``sys.stderr`` of whichever process runs.

    Args:
        name: ``"stdout"`` or ``"stderr"``.
    """

    encoding = "utf-8"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.name = f"<{name}>"
        self._shared_name = name

    def write(self, text: str) -> int:
        """Write text; in a program that kills, that is a step during which it may be killed."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if here.task is None:
            return 0
        process = current()
        machine = process.machine
        if machine.may_kill and not process.extras.get("quiet"):
            do("local.print", "", _ADDRESS.sub("0x…", text))
        process.output.append((self._name, _ADDRESS.sub("0x…", text), machine.steps))
        written = process.extras["written"] = process.extras.get("written", 0) + len(text)
        if written > MOST:
            halt("flood", characters=MOST)
        return len(text)

    def __fork__(self, _copier: Any) -> Stream:
        """It knows by itself who writes."""
        return self

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def isatty(self) -> bool:
        """No terminal."""
        return False

    def fileno(self) -> int:
        """There is no file behind it."""
        raise io.UnsupportedOperation("fileno")


class Input(io.TextIOBase):
    """``sys.stdin``: nobody is there to type."""

    name = "<stdin>"

    def __fork__(self, _copier: Any) -> Input:
        """There is nothing to read from it, in any process."""
        return self

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
        """The end, at once."""
        return ""

    def read(self, _size: int | None = -1, /) -> str:
        """The end, at once."""
        return ""


STDOUT = Stream("stdout")
STDERR = Stream("stderr")
STDIN = Input()


def print_(
    *values: Any,
    sep: str | None = None,
    end: str | None = None,
    file: Any = None,
    flush: bool = False,
) -> None:
    """The builtin ``print``."""
    if file is None:
        module = current().modules.get("sys")
        file = STDOUT if module is None else module.stdout
    text = (" " if sep is None else sep).join([str(value) for value in values])
    file.write(text + ("\n" if end is None else end))
    if flush:
        file.flush()


def input_(prompt: Any = "", /) -> str:
    """The builtin ``input``: in a child as in a test, there is no line to read."""
    print_(prompt, end="")
    raise EOFError("EOF when reading a line")
