"""Explores in another process, which can be killed.

The program's code runs in memory and does nothing to the machine; but it may compute for ever where no
loop of its own is seen, or ask for all the memory there is. So it is explored in a process of its own,
with a limit on time and on memory. What comes back is text and numbers, read by schema: whatever the
program does to the process that it is in, it cannot make more of it than a wrong finding of itself.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys

import msgspec

from autograder import messages
from autograder.explorer.reports import STATUS, Report, Verdict
from autograder.explorer.source import Program, ProgramError

GRACE = 15.0
"""Seconds on top of those for exploring: to start, to tell the story, and on a busy machine."""
MEMORY_MIB = 2048
LARGEST = 64 << 20
"""Bytes of a finding; more is none."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be explored, and how; the fields are those of :func:`explore`."""

    text: str
    filename: str
    modules: dict[str, str]
    arguments: list[str]
    files: dict[str, bytes]
    start_method: str = "spawn"
    pure: list[str] = []
    measure: bool = True
    conditions: list[str] = []
    executions: int = 1_000_000
    seconds: float = 60.0
    outcomes: bool = False
    schedule: str | None = None
    memory_mib: int = MEMORY_MIB
    language: str = "zh"
    width: int = 100
    color: bool = False
    deadline: float = 60.0


class Finding(msgspec.Struct, frozen=True, kw_only=True, tag="finding"):
    """What was found, as plain data; a :class:`~autograder.explorer.reports.Report` in words.

    Args:
        verdict: A :class:`~autograder.explorer.reports.Verdict`'s value.
        transcript: The story as text.
        html: The story as HTML.
        message: The verdict in a sentence.
        fields: What else the report holds, as text.
        outcomes: How many interleavings led to each outcome, if they were asked for.
    """

    verdict: str
    kind: str
    executions: int
    sampled: int
    complete: bool
    seconds: float
    schedule: str
    transcript: str
    html: str
    message: str
    notes: list[str]
    at_once: int
    fields: dict[str, str]
    outcomes: dict[str, int]

    @property
    def status(self) -> int:
        """The exit status that says the same."""
        return STATUS[Verdict(self.verdict)]


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """There is nothing to explore: not Python, or no schedule of this program."""

    message: str
    line: int = 0


def explore(
    program: Program,
    *,
    start_method: str = "spawn",
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
        program: What is explored.
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

        explore(Program.at(Path("tickets.py"))).verdict
    """
    request = Request(
        text=program.text,
        filename=program.filename,
        modules=dict(program.modules),
        arguments=list(program.arguments),
        files=dict(program.files),
        start_method=start_method,
        pure=list(pure),
        conditions=list(conditions),
        executions=max_executions,
        seconds=max_seconds,
        outcomes=outcomes,
        schedule=schedule,
        memory_mib=memory_mib,
        language=language or messages.current(),
        width=width,
        color=color,
        deadline=max_seconds + GRACE - 2,
    )
    reply, said = _asked(request, max_seconds + GRACE)
    if isinstance(reply, Refused):
        raise ProgramError(reply.message, reply.line)
    if reply is not None:
        return reply
    return _given_up(program, request, said)


def _asked(request: Request, seconds: float) -> tuple[Finding | Refused | None, str]:
    """The other process's reply, if there is any, and what it wrote down when its time was up."""
    process = subprocess.Popen(
        [sys.executable, "-m", "autograder.explorer.inside"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True,
    )
    try:
        out, err = process.communicate(msgspec.json.encode(request), timeout=seconds)
    except subprocess.TimeoutExpired:
        _kill(process)
        out, err = process.communicate()
        out = b""
    finally:
        _kill(process)
    said = err.decode("utf-8", "replace")
    if not out or len(out) > LARGEST:
        return None, said if process.returncode == -signal.SIGKILL else f"died\n{said}"
    try:
        return msgspec.json.decode(out, type=Finding | Refused), said
    except msgspec.DecodeError:
        return None, f"died\n{said}"


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it may have started."""
    with contextlib.suppress(ProcessLookupError, PermissionError, OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _given_up(program: Program, request: Request, said: str) -> Finding:
    """What is known of a program whose exploration had to be killed, or killed itself."""
    from autograder.explorer import html, text  # noqa: PLC0415 - seldom needed on this side

    kind = "died" if said.startswith("died") else "time"
    lines = re.findall(rf'File "{re.escape(program.filename)}", line (\d+)', said)
    fields = {"seconds": request.seconds, "line": int(lines[0]) if lines else 0}
    report = Report(Verdict.INCONCLUSIVE, kind, seconds=request.seconds, fields=fields)
    before = messages.current()
    messages.use(request.language)
    try:
        return Finding(
            verdict=report.verdict.value,
            kind=kind,
            executions=0,
            sampled=0,
            complete=False,
            seconds=report.seconds,
            schedule="",
            transcript=text.render(report, program, width=request.width, color=request.color),
            html=html.render(report, program),
            message=text.message(report, program),
            notes=[],
            at_once=0,
            fields={key: str(value) for key, value in fields.items()},
            outcomes={},
        )
    finally:
        messages.use(before)
