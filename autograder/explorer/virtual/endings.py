"""How a process comes to its end: what it still does, and with which exit code."""

from __future__ import annotations

import signal as signals
import traceback
from collections.abc import Callable
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import Abandoned, do, here
from autograder.explorer.machine import KILLING
from autograder.explorer.operations import Op
from autograder.explorer.virtual import names

_INSIDE = frozenset(
    "barrier.pass cell.call channel.flush channel.recv tasks.done tasks.wait".split()
)
"""What keeps locks and counts of the library's own while it waits or works, or has another process work for it."""


def live(process: Process, body: Callable[[], Any]) -> Op:
    """A whole process: what it is for, what it does at its end, and the operation that ends it."""
    if process.machine.may_kill:
        do("local.begin", "")
    code = _protected(process, body)
    if process.children or "exits" in process.extras:
        code = _protected(process, lambda: finish(process)) or code
    here.task.ended = True
    return Op("process.exit", process.key, code)


def _protected(process: Process, body: Callable[[], Any]) -> int:
    """Run `body`; the exit code it comes to."""
    try:
        body()
    except Abandoned:
        raise
    except SystemExit as error:
        code = exit_code(process, error)
        if code and process.parent is None:  # whoever started the program takes that for a failure
            _fails(process, error)
        return code
    except BaseException as error:  # noqa: BLE001 - whatever a program raises
        _fails(process, error)
        if process.machine.trace is not None:
            write_failure(process, error)
        return 1
    return 0


def _fails(process: Process, error: BaseException) -> None:
    """Note what `process` fails with, if it is the first."""
    if process.failure is None:
        process.failure = error
        process.machine.failures.append(process)


def exit_code(process: Process, error: SystemExit) -> int:
    """What ``sys.exit(...)`` makes of its argument.

    >>> exit_code(None, SystemExit(300)), exit_code(None, SystemExit(None))
    (44, 0)
    """
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code & 0xFF
    process.output.append(("stderr", f"{error.code}\n", process.machine.steps))
    return 1


def exit_name(code: int) -> str:
    """An exit code as it is shown: by the name of the signal, if it was one.

    >>> exit_name(-9), exit_name(3)
    ('-SIGKILL', '3')
    """
    names = {-each.value: f"-{each.name}" for each in signals.Signals}
    return names.get(code, str(code))


def finish(process: Process) -> None:
    """What CPython does at the end of a process: finalizers, daemons, children, finalizers."""
    if "exits" in process.extras:
        run_exits(process, lambda priority: priority >= 0)
    alive = [
        child for child in process.children if child.started and not child.extras.get("joined")
    ]
    if alive:
        names.drop(process, alive)
    for child in alive:
        if child.daemon:
            terminate(child, 15, at_end=True)
    for child in alive:
        do("process.join", child.key)
    if "exits" in process.extras:
        run_exits(process, lambda _: True)


def run_exits(process: Process, which: Callable[[int], bool]) -> None:
    """Run what was registered with :func:`at_exit`, the highest priority first."""
    exits = process.extras.get("exits", [])
    while due := sorted((each for each in exits if which(each[0])), key=lambda each: each[:2]):
        exits.remove(due[-1])
        due[-1][2]()


def at_exit(process: Process, priority: int, action: Callable[[], None]) -> Callable[[], None]:
    """Have `action` done at the end of `process`; call what is returned to do it no more."""
    exits = process.extras.setdefault("exits", [])
    entry = (priority, process.count("exits"), action)
    exits.append(entry)

    def cancel() -> None:
        if entry in exits:
            exits.remove(entry)

    return cancel


def terminate(child: Process, signal: int, *, at_end: bool = False) -> None:
    """Send a signal that ends `child`, some time after now; `at_end` if its parent ends, too."""
    machine = child.machine
    if not machine.may_kill:
        machine.learn(KILLING)

    def dies(_op: Op, _answer: Any) -> None:
        if _is_inside(child) and not (at_end and _is_last(child)):
            machine.notes.add("killed-inside")
        machine.end(child, -signal)

    if do("process.signal", child.key, signal):
        path = f"{child.path}!{child.count('signals')}"
        machine.add_agent(child, path, Op("process.die", child.key, -signal), dies)


def _is_inside(process: Process) -> bool:
    """Whether any thread of `process`, or a feeder of its, may be in the middle of a call of the library's."""
    machine = process.machine
    actors = [task.actor for task in process.tasks]
    actors += [actor for actor, agent in machine.agents.items() if agent.process is process]
    ops = [machine.pending[actor] for actor in actors if actor in machine.pending]
    return any(
        op.kind in _INSIDE or (op.kind == "tasks.add" and op.object.endswith("-unfinished"))
        for op in ops
    )


def _is_last(process: Process) -> bool:
    """Whether nobody is left whom it could keep waiting: its parent ends, has joined the others, and ends its like.

    Who has ended without being joined might, in another interleaving, not have.
    """
    parent = process.parent
    return all(
        each is parent or each.extras.get("joined") or (each.daemon and each.parent is parent)
        for each in process.machine.processes
    )


def write_failure(process: Process, error: BaseException) -> None:
    """Write the traceback that an uncaught exception leaves."""
    start = "" if process.parent is None else f"Process {process.name}:\n"
    process.output.append(("stderr", start + told(process, error), process.machine.steps))


def told(process: Process, error: BaseException) -> str:
    """The traceback of an exception and of what led to it, the program's own lines only."""
    files = process.machine.files_of_program
    whole = traceback.TracebackException.from_exception(error)
    each: traceback.TracebackException | None = whole
    while each is not None:
        each.stack[:] = [frame for frame in each.stack if frame.filename in files]
        each = each.__cause__ or each.__context__
    return "".join(whole.format())
