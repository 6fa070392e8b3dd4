"""The stage of lesson 04: snapshots of a process, and scripts that are really run.

A notebook cannot show what becomes of a script without its ``__main__`` guard, for the course sees to
it that children of a notebook never run cells again. So :func:`run_script` runs a script as a program of
its own and brings back what it printed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from autograder.messages import text

if TYPE_CHECKING:
    from course.table import Table

ATTRIBUTES = ("name", "pid", "daemon", "exitcode", "authkey", "sentinel")
SECONDS = 60
"""How long a script may run."""
_LESSON = "04-process-class"
_ERROR = re.compile(r"^(\w+(?:Error|Exception|Interrupt))(?:: *(.*))?$")


def snapshot(process: Process) -> dict[str, str]:
    """What the attributes of `process` are at this moment, in words.

    >>> snapshot(Process(name="egon"))["name"]
    'egon'
    """
    import course.exercises  # noqa: F401, PLC0415 - brings the course's texts; children need none

    return {name: _told(process, name) for name in (*ATTRIBUTES, "is_alive()")}


def _told(process: Process, name: str) -> str:
    if name == "is_alive()":
        return repr(process.is_alive())
    if name == "authkey":  # a secret, and different every time
        return text(f"{_LESSON}.portrait.authkey", count=len(process.authkey))
    try:
        value = getattr(process, name)
    except ValueError as error:
        return text(f"{_LESSON}.portrait.not-yet", error=error)
    return text(f"{_LESSON}.portrait.number") if name == "sentinel" else str(value)


def portraits(album: Mapping[str, Mapping[str, str]]) -> Table:
    """Snapshots of a process side by side, each under the name that the story gives the moment.

    >>> from autograder.messages import use
    >>> use("en")
    >>> print(portraits({"before": {"pid": "None"}, "after": {"pid": "7"}}))
    attribute  before  after
    pid        None    7
    """
    import course.exercises  # noqa: F401, PLC0415 - see snapshot
    from course.table import Table  # noqa: PLC0415 - children never show a table

    first = next(iter(album.values()))
    return Table(
        [text(f"{_LESSON}.portrait.attribute"), *album],
        [(name, *(each[name] for each in album.values())) for name in first],
    )


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a script.

    Args:
        printed: What it and its children printed.
        error: The last exception of any of them, in one line; empty if there was none.
        exitcode: How it ended.
    """

    printed: str
    error: str
    exitcode: int


def run_script(source: str) -> Ran:
    """Run `source` as a program of its own, from a file, as ``python letter.py`` would.

    Raises:
        subprocess.TimeoutExpired: if it takes more than a minute.

    >>> run_script("print('a raise, please')").printed
    'a raise, please'
    """
    with TemporaryDirectory() as folder:
        file = Path(folder, "letter.py")
        file.write_text(source, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-X", "utf8", str(file)],
            cwd=folder,
            env={**os.environ, "PYTHON_COLORS": "0", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
    return Ran(done.stdout.rstrip("\n"), _last_error(done.stderr), done.returncode)


def _last_error(stderr: str) -> str:
    r"""The last exception in what was written to standard error: its name, and its first sentence.

    >>> _last_error("Traceback ...\nRuntimeError: \n    Too early,\n    much.\n\n    Perhaps ...")
    'RuntimeError: Too early, much.'
    """
    lines = stderr.splitlines()
    for number in range(len(lines) - 1, -1, -1):
        found = _ERROR.match(lines[number])
        if found:
            name, message = found.groups()
            words = [message] if message else []
            for line in lines[number + 1 :]:
                if words and not line.strip():
                    break
                words += [line.strip()] if line.strip() else []
            return f"{name}: {' '.join(words)}" if words else name
    return ""
