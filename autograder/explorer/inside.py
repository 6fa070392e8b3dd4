"""The far end of :mod:`~autograder.explorer.outside`: explores in a process that may be killed.

One request is read, one finding is written; whatever else the program gets this process to say is
dropped. The limits that this process sets itself make most endings orderly; the rest is up to who
started it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import importlib
import os
import sys

import msgspec

from autograder import messages
from autograder.explorer import html, text
from autograder.explorer.conditions import Condition
from autograder.explorer.exploring import Limits, explore, replay
from autograder.explorer.machine import Settings
from autograder.explorer.outside import Finding, Refused, Request
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.source import Program, ProgramError
from autograder.explorer.telling import ScheduleError

EXIT_SECONDS = 0.5
"""How long before its time is up the process writes down where it is."""


def main() -> None:
    """Answer the one request on standard input."""
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    answers = os.dup(1)
    where = os.dup(2)
    with open(os.devnull, "r+b") as nothing:
        for stream in (0, 1, 2):
            os.dup2(nothing.fileno(), stream)
    _limit_memory(request.memory_mib)
    messages.use(request.language)
    faulthandler.dump_traceback_later(request.deadline, file=where)
    try:
        reply: Finding | Refused = _answer(request)
    except (ProgramError, ScheduleError) as error:
        reply = Refused(str(error), getattr(error, "line", 0))
    except (MemoryError, RecursionError):
        report = Report(Verdict.INCONCLUSIVE, "memory", fields={"mib": request.memory_mib})
        reply = _finding(request, report, _program(request))
    os.write(answers, b"")
    with open(answers, "wb") as out:
        out.write(msgspec.json.encode(reply))
    os._exit(0)  # no finalizer of what was explored has any say in this


def _limit_memory(mib: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (mib << 20, mib << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _program(request: Request) -> Program:
    return Program(
        request.text, request.filename, request.modules, tuple(request.arguments), request.files
    )


def _answer(request: Request) -> Finding:
    program = _program(request)
    settings = Settings(
        start_method=request.start_method, pure=frozenset(request.pure), measure=request.measure
    )
    if request.schedule is not None:
        report = replay(program, request.schedule, settings)
    else:
        report = explore(
            program,
            settings,
            [_condition(name) for name in request.conditions],
            Limits(request.executions, request.seconds),
            outcomes=request.outcomes,
        )
    return _finding(request, report, program)


def _condition(name: str) -> Condition:
    """The condition at ``module:attribute``."""
    module, _, attribute = name.partition(":")
    condition: Condition = getattr(importlib.import_module(module), attribute)
    return condition


def _finding(request: Request, report: Report, program: Program) -> Finding:
    return Finding(
        verdict=report.verdict.value,
        kind=report.kind,
        executions=report.executions,
        sampled=report.sampled,
        complete=report.complete,
        seconds=report.seconds,
        schedule=report.schedule,
        transcript=text.render(report, program, width=request.width, color=request.color),
        html=html.render(report, program),
        message=text.message(report, program),
        notes=list(report.notes),
        at_once=report.at_once,
        fields={key: str(value) for key, value in report.fields.items()},
        outcomes={repr(outcome): count for outcome, count in report.outcomes.items()},
    )


if __name__ == "__main__":
    main()
