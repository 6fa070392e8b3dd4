"""What running code does: operations, one at a time, and what it is told when there are none to do."""

from __future__ import annotations

import builtins
import sys
import types
from typing import TYPE_CHECKING, Any, NoReturn

import greenlet

from autograder.explorer.operations import Error, Op

if TYPE_CHECKING:
    from autograder.explorer.actors import Process, Task

PATIENCE = 30.0
"""Seconds from which a timeout runs out only when nothing else can move."""
AGAIN = "again"
"""The reason of a :class:`Halt` after which the exploration is to begin anew: it has learned something."""
MOST_ORDERS = 20
"""How often a task is told to let go."""


class Abandoned(greenlet.GreenletExit):
    """The execution is over: let go."""


class Halt(Exception):  # noqa: N818 - it ends an exploration, whatever the program does about it
    """Nothing more can be found out; the program did what cannot be explored.

    Args:
        reason: A key of the catalogue below ``explorer``.
        line: Where in the program, 0 if that is not known.
        fields: What the catalogue's text wants to know.
    """

    def __init__(self, reason: str, line: int = 0, /, **fields: Any) -> None:
        super().__init__(reason, line, fields)
        self.reason = reason
        self.line = line
        self.fields = fields


_stubborn: list[greenlet.greenlet] = []
"""Those that did not let go. Kept, because Python would tell them once more if they went."""


class _Here:
    """Whose code runs now."""

    __slots__ = ("closing", "hub", "task")

    def __init__(self) -> None:
        self.task: Any = None
        self.hub: Any = None
        self.closing = False


here = _Here()
"""Where we are: the task that runs, and the greenlet that all operations are handed to."""


def current() -> Process:
    """The process whose code runs now."""
    process: Process = here.task.process
    return process


def do(kind: str, name: str, argument: Any = None) -> Any:
    """Do one operation and wait for what it answers.

    Raises:
        Exception: whatever the operation answers that the program is to see raised.
    """
    if here.closing:
        _let_go()
    dropped = here.task.process.dropped
    while dropped:
        dropped.pop().close()
    answer = here.hub.switch(_made(Op, (kind, name, argument)))
    if answer.__class__ is Error:
        _raise(answer)
    return answer


_made = tuple.__new__
"""Makes an operation without the detour that a named tuple's own constructor takes."""


def do_unless_stuck(kind: str, name: str, argument: Any, otherwise: str) -> Any:
    """Do one operation, or `otherwise` on the same thing when nothing else can move any more."""
    here.task.otherwise = Op(otherwise, name, argument)
    try:
        return do(kind, name, argument)
    finally:
        here.task.otherwise = None
        here.task.patience = 0.0


def do_within(
    timeout: float | None, kind: str, otherwise: str, name: str, argument: Any = None
) -> Any:
    """Do one operation, or `otherwise` on the same thing if that takes more than `timeout` seconds.

    A short timeout may run out at any later step, so that `otherwise` is done when its turn comes, a
    long one only when nothing else can move any more. In a usual run each does at its time.
    """
    if timeout is None:
        return do(kind, name, argument)
    task = here.task
    if timeout < PATIENCE and not task.process.machine.settings.timed:
        return do(otherwise, name, argument)
    task.patience = timeout
    return do_unless_stuck(kind, name, argument, otherwise)


def halt(reason: str, **fields: Any) -> NoReturn:
    """End the exploration: the program did what cannot be explored. The program never returns here."""
    if here.closing:
        _let_go()
    frame = learner_frame(sys._getframe(1))  # noqa: SLF001 - there is no public name
    if frame is not None and frame.f_code.co_filename != current().machine.program.filename:
        fields["file"] = frame.f_code.co_filename
    here.hub.switch(Halt(reason, frame.f_lineno if frame is not None else 0, **fields))
    _let_go()


def _let_go() -> NoReturn:
    """Make the code that runs let go: it belongs to an execution that is over.

    Code that takes even that for an exception to be passed over is left where it stands, for ever.
    """
    task = here.task
    if task is not None:
        task.orders += 1
        if task.orders > MOST_ORDERS:
            _stubborn.append(task.greenlet)
            while True:
                here.hub.switch(None)
    raise Abandoned


def unsupported(call: str) -> NoReturn:
    """End the exploration because `call` is not modelled."""
    halt("unsupported", call=call)


def learner_line() -> int:
    """The line of the program that runs now; 0 if there is none."""
    frame = learner_frame(sys._getframe(1))  # noqa: SLF001 - there is no public name
    return frame.f_lineno if frame is not None else 0


def learner_frame(
    frame: types.FrameType | None, task: Task | None = None
) -> types.FrameType | None:
    """The innermost frame of the program's own code, from `frame` outwards; `task` is whose it is."""
    task = task or here.task
    files = task.process.machine.files_of_program if task else ()
    while frame is not None and frame.f_code.co_filename not in files:
        frame = frame.f_back
    return frame


_ERRORS: dict[str, type[BaseException]] = {}


def register_error(error: type[BaseException], name: str | None = None) -> None:
    """Let operations answer with `error`, by name."""
    _ERRORS[name or error.__name__] = error


def _raise(error: Error) -> NoReturn:
    if isinstance(error.message, BaseException):
        raise error.message
    kind = _ERRORS.get(error.name) or getattr(builtins, error.name)
    raise kind(error.message) if error.message else kind()
