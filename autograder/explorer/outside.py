"""Explores in another process, which can be killed.

The program's code runs in memory and does nothing to the machine; but it may compute for ever where no
loop of its own is seen, or ask for all the memory there is. So it is explored in a process of its own,
with a limit on time and on memory, below a warden that leaves nothing of it. What comes back is text
and numbers, read by schema: whatever the program does to the process that it is in, it cannot make more
of it than a wrong finding of itself.
"""

from __future__ import annotations

import contextlib
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO, Any, Literal, Self

import msgspec

from autograder import messages, walls, warden
from autograder.explorer.reports import STATUS, Report, Verdict, read
from autograder.explorer.source import Program, ProgramError
from autograder.scratch import make_folder

START_SECONDS = 30.0
"""How long the other process may take to start; a busy machine is no program's fault."""
GRACE = 3.0
"""Seconds on top of those for exploring, before somebody who does not answer is killed."""
STORY_SECONDS = 20.0
"""How long it may take to tell what was found."""
MEMORY_MIB = 2048
LARGEST = 64 << 20
"""Bytes of a finding; more is none."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be explored, and how; the fields are those of :func:`explore`."""

    text: str
    filename: str
    modules: dict[str, str]
    cells: list[tuple[str, str]] = []
    arguments: list[str]
    files: dict[str, bytes]
    unseen: list[str] = []
    start_method: Literal["spawn", "fork"] = "spawn"
    pure: list[str] = []
    measure: bool = True
    conditions: list[str] = []
    path: list[str] = []
    """Where modules with conditions are looked for."""
    executions: int = 1_000_000
    seconds: float = 60.0
    outcomes: bool = False
    possible: bool = False
    schedule: str | None = None
    memory_mib: int = MEMORY_MIB
    language: str = "zh"
    width: int = 100
    color: bool = False


class Finding(msgspec.Struct, frozen=True, kw_only=True, tag="finding"):
    """What was found, as plain data; a :class:`~autograder.explorer.reports.Report` in words.

    Args:
        verdict: What can be said, and how surely.
        line: The line of the program that an open verdict is about; 0 if there is none.
        transcript: The story as text.
        html: The story as HTML.
        message: The verdict in a sentence.
        fields: What else the report holds, as text.
        outcomes: How many interleavings led to each outcome, if they were asked for.
        signs: Well-known mistakes that the story looks like; see :mod:`~autograder.explorer.signs`.
    """

    verdict: Verdict
    kind: str
    executions: int
    sampled: int
    complete: bool
    seconds: float
    schedule: str
    line: int
    transcript: str
    html: str
    message: str
    notes: list[str]
    at_once: int
    fields: dict[str, str]
    outcomes: dict[str, int]
    signs: list[str] = []

    @property
    def status(self) -> int:
        """The exit status that says the same."""
        return STATUS[self.verdict]


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """There is nothing to explore: not Python, or no schedule of this program."""

    message: str
    line: int = 0


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The other process has started, and begins."""


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """How many executions have been tried, and whether one of them is about to be told."""

    executions: int
    found: bool


def explore(  # noqa: PLR0913 - each is an option of its own
    program: Program | Path | str,
    *,
    start_method: Literal["spawn", "fork"] = "spawn",
    pure: tuple[str, ...] = (),
    conditions: tuple[str, ...] = (),
    max_executions: int = 1_000_000,
    max_seconds: float = 60.0,
    outcomes: bool = False,
    schedule: str | None = None,
    memory_mib: int = MEMORY_MIB,
    language: str | None = None,
    width: int = 100,
    color: bool = False,
) -> Finding:
    """Explore every interleaving of `program`, or replay one `schedule` of it, in another process.

    Args:
        program: What is explored; a path, or the text of the program itself, will do.
        start_method: ``"spawn"`` or ``"fork"``.
        pure: Modules that it may import because they share nothing and wait for nothing.
        conditions: What must hold besides, as ``"module:attribute"`` of importable
            :data:`~autograder.explorer.conditions.Condition` objects.
        max_executions: How many executions may be tried.
        max_seconds: For how long.
        outcomes: Whether to try everything even past a failure, and count the outcomes.
        schedule: A schedule to replay instead.
        memory_mib: How much memory the exploring process may have.
        language: In which language to tell; None for the current one.
        width: How many characters wide the transcript may be.
        color: Whether to use colours in it, besides words and signs.

    Raises:
        ProgramError: if it is not Python, or the schedule is none of its.

    Example::

        explore(Path("tickets.py")).verdict
    """
    if isinstance(program, Path):
        program = Program.at(program)
    elif isinstance(program, str):
        program = Program(program)
    _check(schedule or "")
    request = _request(
        program,
        start_method=start_method,
        pure=list(pure),
        conditions=list(conditions),
        path=[os.path.abspath(each) for each in sys.path] if conditions else [],
        executions=max_executions,
        seconds=max_seconds,
        outcomes=outcomes,
        schedule=schedule,
        memory_mib=memory_mib,
        language=language or messages.current(),
        width=width,
        color=color,
    )
    return _answer(program, request)


def possible(
    program: Program,
    *,
    start_method: Literal["spawn", "fork"] = "spawn",
    max_seconds: float = 10.0,
    language: str | None = None,
) -> Finding:
    """All that can come of `program`, in words and as HTML, explored in another process.

    Args:
        program: What is explored.
        start_method: ``"spawn"`` or ``"fork"``.
        max_seconds: For how long.
        language: In which language to tell; None for the current one.

    Raises:
        ProgramError: if it is not Python.

    Example::

        possible(Program.at(Path("tickets.py"))).transcript
    """
    request = _request(
        program,
        start_method=start_method,
        possible=True,
        seconds=max_seconds,
        language=language or messages.current(),
    )
    return _answer(program, request)


def _request(program: Program, **options: Any) -> Request:
    return Request(
        text=program.text,
        filename=program.filename.encode("utf-8", "replace").decode("utf-8"),
        modules=dict(program.modules),
        cells=[(cell.label, cell.source) for cell in program.cells],
        arguments=list(program.arguments),
        files=dict(program.files),
        unseen=sorted(program.unseen),
        **options,
    )


def _answer(program: Program, request: Request) -> Finding:
    """What comes of a request."""
    try:
        with _Other(request) as other:
            reply = other.reply()
    except UnicodeEncodeError as error:  # half a character, in text that comes from no file
        raise ProgramError(str(error)) from None
    if isinstance(reply, Refused):
        raise ProgramError(reply.message, reply.line)
    if isinstance(reply, Finding):
        return reply
    return _given_up(program, request, reply, other)


def replay(program: Program | Path | str, schedule: str, **options: Any) -> Finding:
    """Tell the one interleaving of `program` that goes by `schedule`, in another process.

    Args:
        program: As in :func:`explore`, and with the start method with which the schedule was found.
        schedule: What a finding has as its schedule.
        options: Any others of :func:`explore`.

    Raises:
        ProgramError: if it is not Python, or the schedule is none of its.

    Example::

        replay(Path("tickets.py"), "0x2,0.1,0.2x4,0.1x3,0x3").transcript
    """
    return explore(program, schedule=schedule, **options)


def _check(schedule: str) -> None:
    """Complain of what can be no schedule of anything."""
    fits = re.search(r"x\d{6}", schedule) is None
    try:
        fits = fits and bool(read(schedule) or not schedule)
    except ValueError:
        fits = False
    if not fits:
        raise ProgramError(messages.text("explorer.refused.schedule"))


class _Other:
    """The other process, from its start to its end.

    Args:
        request: What it is asked.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self._asked = msgspec.json.encode(request)
        self._lines: queue.Queue[bytes] = queue.Queue()
        self.executions = 0
        """How many executions it had tried when it was last heard of."""
        self.said = ""
        """What it wrote down of where it was when its time was up, or when it died."""

    def __enter__(self) -> Self:
        most = START_SECONDS + self._request.seconds + GRACE + STORY_SECONDS
        self._where: IO[bytes] = tempfile.TemporaryFile()
        self._folder = make_folder("explore")
        shown = [each.partition(":")[0] for each in self._request.conditions]
        inside = [sys.executable, "-P", "-m", "autograder.explorer.inside"]
        self._process = subprocess.Popen(
            [sys.executable, "-S", warden.__file__, str(most),
             *walls.behind(inside, self._folder, shown=shown)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._where,
            env=_environment(),
            start_new_session=True,
        )  # fmt: skip
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._ask, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        process = self._process
        process.terminate()
        try:
            process.wait(warden.KILL_SECONDS + 5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._where.seek(0)
        self.said = self._where.read(1 << 20).decode("utf-8", "replace")
        self._where.close()

    def _ask(self) -> None:
        """Send the request: in a thread, because nobody may be there to read all of it."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as pipe:
            pipe.write(self._asked)

    def _read(self) -> None:
        """Move replies from the pipe to a queue; an empty one says that no more will come."""
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, ValueError), self._process.stdout as pipe:
            while (line := pipe.readline(LARGEST)).endswith(b"\n"):
                self._lines.put(line)
        self._lines.put(b"")

    def reply(self) -> Finding | Refused | Literal["time", "died"]:
        """Its answer, or what became of it."""
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, until - time.monotonic()))
                reply = msgspec.json.decode(line, type=Finding | Refused | Ready | Progress)
            except queue.Empty:
                return "time"
            except msgspec.DecodeError:
                return "died"
            match reply:
                case Ready():
                    until = time.monotonic() + self._request.seconds + GRACE
                case Progress(executions, found):
                    self.executions = executions
                    if found:
                        until = time.monotonic() + STORY_SECONDS
                case _:
                    return reply


def _environment() -> dict[str, str]:
    """Sets in the same order every time, and modules from where ours are, not from where we stand."""
    ours = str(Path(__file__).parents[2])
    return {
        **{name: value for name, value in os.environ.items() if name[:6] != "PYTHON"},
        "PYTHONPATH": os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH")])),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
    }


def _given_up(
    program: Program, request: Request, kind: Literal["time", "died"], other: _Other
) -> Finding:
    """What is known of a program whose exploration had to be killed, or killed itself."""
    from autograder.explorer import inside  # noqa: PLC0415 - seldom needed on this side

    # Names with other letters than ASCII's are escaped by those who write this down.
    name = request.filename.encode("ascii", "backslashreplace").decode()
    lines = re.findall(rf'File "{re.escape(name)}", line (\d+)', other.said)
    fields = {"line": int(lines[0])} if lines else {}
    report = Report(
        Verdict.INCONCLUSIVE,
        kind,
        executions=other.executions,
        seconds=request.seconds if kind == "time" else 0.0,
        fields=fields,
    )
    before = messages.current()
    messages.use(request.language)
    try:
        return inside.finding(request, report, program)
    finally:
        messages.use(before)
