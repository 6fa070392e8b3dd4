"""The far end of :mod:`~autograder.explorer.outside`: explores in a process that may be killed.

One request after another is read, and answered by a child of its own, so that no program finds what
another one left. One finding is written, and now and then before it how far we are; whatever else the
program gets that child to say is dropped. The limits that it sets itself make most endings orderly; the
rest is up to who started it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import BinaryIO, NoReturn

import msgspec

from autograder import messages
from autograder.explorer.asking import (
    GRACE,
    START_SECONDS,
    STORY_SECONDS,
    Finding,
    Free,
    Progress,
    Ready,
    Refused,
    Request,
)
from autograder.explorer.exploring import explore
from autograder.explorer.findings import (
    conditions_at,
    finding,
    mistake,
    possible,
    program_of,
    settings_of,
)
from autograder.explorer.records import Ask, Over, Paused, PausedError, Tell, Watch
from autograder.explorer.replaying import replay
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.settings import Limits
from autograder.explorer.source import Program, ProgramError
from autograder.explorer.telling import ScheduleError

MOST_WRITTEN = 1 << 20
"""Bytes in a file, of which there is but one: what is said on standard error."""


def main() -> None:
    """Answer the requests on standard input: each its length, a line's end, and so many bytes of JSON."""
    ready = False
    while (size := _number()) is not None:
        request = msgspec.json.decode(_exactly(size), type=Request)
        if not hasattr(os, "fork"):
            answer(request)
        if request.witness and not ready:
            _get_ready(request)
            ready = True
        child = os.fork()
        if child == 0:
            try:
                answer(request)
            finally:
                os._exit(1)  # whatever went wrong, there is but one who goes on here
        os.waitpid(child, 0)
        os.write(1, msgspec.json.encode(Free()) + b"\n")


def _get_ready(request: Request) -> None:
    """Have here what every child would have to get for itself."""
    import json.decoder  # noqa: F401, PLC0415
    import resource  # noqa: F401, PLC0415
    import zipfile  # noqa: F401, PLC0415 - what importlib.resources needs

    from autograder.explorer import html, witnessing  # noqa: F401, PLC0415
    from autograder.explorer.virtual import unsteady  # noqa: F401, PLC0415
    from autograder.explorer.world import usual_dependency  # noqa: PLC0415

    messages.use(request.language)
    messages.entries("explorer")
    usual_dependency()
    html.style()
    gc.freeze()


def _number() -> int | None:
    """The number on the next line; None if there is none. What follows it is left for others to read."""
    digits = b""
    while (digit := os.read(0, 1)) not in (b"\n", b""):
        digits += digit
    return int(digits) if digits else None


def _exactly(size: int) -> bytes:
    parts = b""
    while len(parts) < size and (part := os.read(0, size - len(parts))):
        parts += part
    return parts


def answer(request: Request) -> NoReturn:
    """Explore as `request` says, obey the orders on standard input, and end."""
    asked = os.fdopen(os.dup(0), "rb")
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
    program = program_of(request)
    if request.witness:
        _witness(request, program, asked, answers)
    elif request.possible:
        _send(answers, _reply(request, program, lambda: possible(request, program)))
    else:
        report = partial(_report, request, program, answers)
        _send(answers, _reply(request, program, partial(_told, request, program, report)))
    os._exit(0)  # no finalizer of what was explored has any say in this


def _witness(request: Request, program: Program, asked: BinaryIO, answers: BinaryIO) -> None:
    """Explore, tell every execution, and do as ordered then, until there are no more orders."""
    from autograder.explorer.witnessing import Orders, Witness  # noqa: PLC0415 - seldom needed

    orders = Orders(asked)
    witness = Witness(
        program,
        settings_of(request),
        Limits(request.executions, request.seconds, request.steps),
        lambda message: _send(answers, message),
        orders,
    )
    report = witness.explored
    while True:
        try:
            reply: msgspec.Struct = _reply(
                request, program, partial(_told, request, program, report)
            )
        except PausedError:
            reply = Paused()
        faulthandler.cancel_dump_traceback_later()
        _send(answers, reply)
        while (order := orders.next()) is not None:
            match order:
                case Ask():
                    _send(answers, witness.asked(order))
                case Tell() | Watch():
                    report = partial(witness.obeyed, order)
                    break
                case Over():
                    return
        else:
            return


def _send(answers: BinaryIO, message: msgspec.Struct) -> None:
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
            (resource.RLIMIT_FSIZE, MOST_WRITTEN),
        ):
            with contextlib.suppress(ValueError, OSError):  # macOS has no bound on address space
                resource.setrlimit(kind, (most, most))


def _reply(
    request: Request, program: Program, explored: Callable[[], Finding]
) -> Finding | Refused:
    """What comes of a request, whatever happens on the way."""
    try:
        return explored()
    except ScheduleError as error:
        step = error.step + 1
        return Refused(messages.text("explorer.refused.step", step=step, path=error.path))
    except ProgramError as error:
        return Refused(str(error), error.line)
    except MemoryError:
        pass  # what it left can go only after this clause
    except Exception as error:  # noqa: BLE001 - a mistake of ours is nobody's pass
        return finding(request, mistake(error), program)
    gc.collect()
    return finding(request, Report(Verdict.INCONCLUSIVE, "memory"), program)


def _told(request: Request, program: Program, report: Callable[[], Report]) -> Finding:
    return finding(request, report(), program)


def _report(request: Request, program: Program, answers: BinaryIO) -> Report:
    sys.path += request.path
    conditions = [each for name in request.conditions for each in conditions_at(name)]
    if request.schedule is not None:
        return replay(program, request.schedule, settings_of(request), conditions)
    return explore(
        program,
        settings_of(request),
        conditions,
        Limits(request.executions, request.seconds, request.steps),
        outcomes=request.outcomes,
        heard=lambda executions, found: _send(answers, Progress(executions, found)),
    )


if __name__ == "__main__":
    main()
