"""The far end of :mod:`~autograder.explorer.outside`: explores in a process that may be killed.

One request is read, one finding is written, and now and then before it how far we are; whatever else
the program gets this process to say is dropped. The limits that this process sets itself make most
endings orderly; the rest is up to who started it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import importlib
import os
import sys
import traceback
from typing import BinaryIO

import msgspec

from autograder import messages
from autograder.cells import Cell
from autograder.explorer import everything, html, text
from autograder.explorer.conditions import Condition
from autograder.explorer.exploring import Limits, explore
from autograder.explorer.outside import (
    GRACE,
    START_SECONDS,
    STORY_SECONDS,
    Finding,
    Progress,
    Ready,
    Refused,
    Request,
)
from autograder.explorer.possibilities import possibilities
from autograder.explorer.replaying import replay
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.settings import Settings
from autograder.explorer.signs import signs
from autograder.explorer.source import Program, ProgramError
from autograder.explorer.telling import ScheduleError


def main() -> None:
    """Answer the one request on standard input."""
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    answers = os.fdopen(os.dup(1), "wb")
    where = os.dup(2)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    _limit(request)
    messages.use(request.language)
    faulthandler.enable(where, all_threads=False)
    faulthandler.dump_traceback_later(request.seconds + GRACE / 2, file=where)
    _send(answers, Ready())
    reply = _reply(request, answers)
    _send(answers, reply)
    os._exit(0)  # no finalizer of what was explored has any say in this


def _send(answers: BinaryIO, message: Finding | Refused | Ready | Progress) -> None:
    answers.write(msgspec.json.encode(message) + b"\n")
    answers.flush()


def _limit(request: Request) -> None:
    """Bound what this process may use, where the system has such bounds."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - POSIX only

        memory = request.memory_mib << 20
        processor = int(START_SECONDS + request.seconds + GRACE + STORY_SECONDS)
        for kind, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, processor),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):  # macOS has no bound on address space
                resource.setrlimit(kind, (most, most))


def _reply(request: Request, answers: BinaryIO) -> Finding | Refused:
    """What comes of a request, whatever happens on the way."""
    program = Program(
        request.text,
        request.filename,
        request.modules,
        tuple(request.arguments),
        request.files,
        frozenset(request.unseen),
        tuple(Cell(*cell) for cell in request.cells),
    )
    try:
        if request.possible:
            return _possible(request, program)
        return finding(request, _report(request, program, answers), program)
    except ScheduleError as error:
        step = error.step + 1
        return Refused(messages.text("explorer.refused.step", step=step, path=error.path))
    except ProgramError as error:
        return Refused(str(error), error.line)
    except MemoryError:
        pass  # what it left can go only after this clause
    except Exception as error:  # noqa: BLE001 - a mistake of ours is nobody's pass
        return finding(request, _mistake(error), program)
    gc.collect()
    return finding(request, Report(Verdict.INCONCLUSIVE, "memory"), program)


def _report(request: Request, program: Program, answers: BinaryIO) -> Report:
    settings = Settings(
        start_method=request.start_method, pure=frozenset(request.pure), measure=request.measure
    )
    sys.path += request.path
    conditions = [each for name in request.conditions for each in _conditions(name)]
    if request.schedule is not None:
        return replay(program, request.schedule, settings, conditions)
    return explore(
        program,
        settings,
        conditions,
        Limits(request.executions, request.seconds),
        outcomes=request.outcomes,
        heard=lambda executions, found: _send(answers, Progress(executions, found)),
    )


def _possible(request: Request, program: Program) -> Finding:
    """All that can come of a program."""
    settings = Settings(start_method=request.start_method, pure=frozenset(request.pure))
    limits = Limits(request.executions, request.seconds)
    found = possibilities(program, settings, limits)
    return Finding(
        verdict=everything.verdict_of(found),
        kind=found.kind,
        executions=found.executions,
        sampled=0,
        complete=found.complete,
        seconds=0.0,
        schedule="",
        line=0,
        transcript=_sound(everything.as_text(found, program, width=request.width)),
        html=_sound(everything.as_html(found, program)),
        message="",
        notes=[],
        at_once=0,
        fields={},
        outcomes={},
    )


def _conditions(name: str) -> list[Condition]:
    """The condition, or the list of them, at ``module:attribute``."""
    module, _, attribute = name.partition(":")
    found = getattr(importlib.import_module(module), attribute)
    return list(found) if isinstance(found, (list, tuple)) else [found]


def _mistake(error: Exception) -> Report:
    """An exploration that came to nothing because of a mistake in the explorer."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"
    fields = {"error": f"{type(error).__name__}: {str(error)[:200]}", "place": place}
    return Report(Verdict.INCONCLUSIVE, "mistake", fields=fields)


def _sound(string: str) -> str:
    """Text that can be sent: a program may print halves of characters."""
    return string.encode("utf-8", "replace").decode("utf-8")


def finding(request: Request, report: Report, program: Program) -> Finding:
    """A report in words."""
    story = text.render(report, program, width=request.width, color=request.color)
    return Finding(
        verdict=report.verdict,
        kind=report.kind,
        executions=report.executions,
        sampled=report.sampled,
        complete=report.complete,
        seconds=report.seconds,
        schedule=report.schedule,
        line=report.fields.get("line", 0),
        transcript=_sound(story),
        html=_sound(html.render(report, program)),
        message=_sound(text.message(report, program)),
        notes=list(report.notes),
        at_once=report.at_once,
        fields={key: _sound(str(value)) for key, value in report.fields.items()},
        outcomes={_sound(repr(outcome)): count for outcome, count in report.outcomes.items()},
        signs=signs(report, program),
    )


if __name__ == "__main__":
    main()
