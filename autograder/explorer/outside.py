"""Explores in another process, which can be killed.

The program's code runs in memory and does nothing to the machine; but it may compute for ever where no
loop of its own is seen, or ask for all the memory there is. So it is explored in a process of its own,
with a limit on time and on memory, below a warden that leaves nothing of it. What comes back is text
and numbers, read by schema: whatever the program does to the process that it is in, it cannot make more
of it than a wrong finding of itself, and of what the same learner asks next.

Where even that would be too much, as in an exam, that process is but a witness, and the verdict is
found in this one: see :mod:`~autograder.explorer.refereeing`.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from autograder import messages
from autograder.explorer.asking import MEMORY_MIB, Finding, Refused, Request
from autograder.explorer.conditions import AtOnce, Condition
from autograder.explorer.killable import Lost, Other
from autograder.explorer.reports import Report, Verdict, read
from autograder.explorer.settings import LONGEST
from autograder.explorer.source import Program, ProgramError

__all__ = ["Finding", "Request", "explore", "possible", "replay"]


def explore(  # noqa: PLR0913 - each is an option of its own
    program: Program | Path | str,
    *,
    start_method: Literal["spawn", "fork"] = "spawn",
    pure: tuple[str, ...] = (),
    conditions: Sequence[str | Condition] = (),
    witnessed: bool = False,
    max_executions: int = 1_000_000,
    max_seconds: float = 60.0,
    max_steps: int = 0,
    longest: int = LONGEST,
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
            :data:`~autograder.explorer.conditions.Condition` objects; where it is `witnessed`, also as
            such objects.
        witnessed: Whether to judge here, from records of every execution: for programs that may try
            to be judged better than they are. Nothing is counted or replayed then.
        max_executions: How many executions may be tried.
        max_seconds: For how long.
        max_steps: Of how many steps all executions together may be; an exploration that begins again,
            because an assumption was wrong, has as many anew. 0 stands for no bound.
        longest: After how many steps an execution is given up; the exploration is not complete then.
        outcomes: Whether to try everything even past a failure, and count the outcomes.
        schedule: A schedule to replay instead.
        memory_mib: How much memory the exploring process may have.
        language: In which language to tell; None for the current one.
        width: How many characters wide the transcript may be.
        color: Whether to use colours in it, besides words and signs.

    Raises:
        ProgramError: if it is not Python, or the schedule is none of its.
        TypeError: if a condition is an object, and nobody here judges.
        ValueError: if it is to be witnessed, and to be replayed or counted, too.

    Example::

        explore(Path("tickets.py")).verdict
        explore(Path("tickets.py"), witnessed=True, conditions=[SOLD_OUT]).verdict
    """
    if isinstance(program, Path):
        program = Program.at(program)
    elif isinstance(program, str):
        program = Program(program)
    _check(schedule or "")
    if witnessed and (outcomes or schedule):
        raise ValueError("who is witnessed is judged, and neither counted nor replayed")
    names = [] if witnessed else [_name(each) for each in conditions]
    request = _request(
        program,
        start_method=start_method,
        pure=list(pure),
        conditions=names,
        path=[os.path.abspath(each) for each in sys.path] if names else [],
        executions=max_executions,
        seconds=max_seconds,
        steps=max_steps,
        longest=longest,
        outcomes=outcomes,
        schedule=schedule,
        witness=witnessed,
        measure=not witnessed or any(isinstance(each, (str, AtOnce)) for each in conditions),
        memory_mib=memory_mib,
        language=language or messages.current(),
        width=width,
        color=color,
    )
    return _answer(program, request, conditions)


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


def _answer(
    program: Program, request: Request, conditions: Sequence[str | Condition] = ()
) -> Finding:
    """What comes of a request."""
    try:
        with Other(request) as other:
            if request.witness:
                from autograder.explorer.refereeing import Referee  # noqa: PLC0415 - it needs more

                reply = Referee(program, request, conditions, other).reply()
            else:
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


def _name(condition: str | Condition) -> str:
    if not isinstance(condition, str):
        raise TypeError("a condition that is judged over there is given by its name")
    return condition


def _check(schedule: str) -> None:
    """Complain of what can be no schedule of anything."""
    fits = re.search(r"x\d{6}", schedule) is None
    try:
        fits = fits and bool(read(schedule) or not schedule)
    except ValueError:
        fits = False
    if not fits:
        raise ProgramError(messages.text("explorer.refused.schedule"))


def _given_up(program: Program, request: Request, kind: Lost, other: Other) -> Finding:
    """What is known of a program whose exploration had to be killed, or killed itself."""
    from autograder.explorer.findings import finding  # noqa: PLC0415 - it needs more

    # Names with other letters than ASCII's are escaped by those who write this down.
    names = {
        name.encode("ascii", "backslashreplace").decode(): name
        for name in (*(label for label, _ in request.cells), request.filename)
    }
    parts = "|".join(map(re.escape, names))
    place = re.search(rf'File "({parts})", line (\d{{1,6}})\b', other.said)
    fields = {"line": int(place[2]), "file": names[place[1]]} if place else {}
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
        return finding(request, report, program)
    finally:
        messages.use(before)
