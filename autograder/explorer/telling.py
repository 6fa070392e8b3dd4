"""One interleaving, replayed and written down step by step."""

from __future__ import annotations

import re
import traceback
from collections.abc import Sequence

from autograder.explorer.actors import here, learner_frame
from autograder.explorer.machine import Machine, Registry, Settings, Step
from autograder.explorer.operations import Actor, Op
from autograder.explorer.reports import Story, Wait
from autograder.explorer.source import Program

_HELD = frozenset({"lock", "rlock"})


class ScheduleError(ValueError):
    """A schedule that does not fit the program; `step` is the first that cannot be taken."""

    def __init__(self, step: int, path: str) -> None:
        super().__init__(f"step {step}: {path} cannot move there")
        self.step = step
        self.path = path


def tell(
    program: Program, settings: Settings, registry: Registry, schedule: Sequence[Actor]
) -> Story:
    """Replay `schedule` twice and tell it once.

    Raises:
        ScheduleError: if some step of it cannot be taken.
    """
    first = _replayed(program, settings, registry, schedule)
    second = _replayed(program, settings, registry, schedule)
    assert [_gist(step) for step in first.steps] == [_gist(step) for step in second.steps]
    return first


def _gist(step: Step) -> tuple[Actor, Op, int]:
    return (step.actor, step.op, step.line)


def _replayed(
    program: Program, settings: Settings, registry: Registry, schedule: Sequence[Actor]
) -> Story:
    machine = Machine(program, settings, registry, trace=True)
    try:
        for number, actor in enumerate(schedule):
            if actor not in machine.enabled():
                raise ScheduleError(number, registry.paths[actor])
            machine.step(actor)
        able = machine.enabled()
        return _story(machine, waits=[] if able else waits(machine))
    finally:
        machine.close()


def _story(machine: Machine, waits: list[Wait]) -> Story:
    names = {each.actor: each.name for each in machine.processes}
    for actor, agent in machine.agents.items():
        names[actor] = agent.process.name
    for actor, task in machine.tasks.items():
        names.setdefault(actor, task.process.name)
    assert machine.trace is not None
    failed = machine.failures[0] if machine.failures else None
    failure, line = "", 0
    if failed is not None and failed.failure is not None:
        failure = "".join(traceback.format_exception_only(failed.failure)).strip()
        line = _line_of(failed.failure, machine.files_of_program)
    return Story(
        steps=tuple(machine.trace),
        names=names,
        labels=labels(machine),
        waits=tuple(waits),
        failed=None if failed is None else failed.actor,
        failure=failure,
        line=line,
        outputs={
            each.name: "".join(text for _, text, _ in each.output) for each in machine.processes
        },
    )


def _line_of(error: BaseException, files: frozenset[str]) -> int:
    """The innermost line of the program's own that `error` came through."""
    lines = [
        frame.lineno or 0
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in files
    ]
    return lines[-1] if lines else 0


def waits(machine: Machine) -> list[Wait]:
    """Who of an execution that has come to a standstill waits for what, and who has it."""
    found = []
    for actor, op in machine.pending.items():
        task = machine.tasks.get(actor)
        filename, line = "", 0
        if task is not None:
            here.task = task
            frame = learner_frame(task.greenlet.gr_frame)
            if frame is not None:
                filename, line = frame.f_code.co_filename, frame.f_lineno
        found.append(
            Wait(actor, op, actor in machine.parked, holders(machine, actor, op), filename, line)
        )
    return found


def holders(machine: Machine, actor: Actor, op: Op) -> tuple[Actor, ...]:
    """The actors that have what `actor` waits for."""
    thing = machine.world.primitives.get(op.object)
    if thing is None:
        return ()
    if thing.family in _HELD and thing.owner is not None:
        return (thing.owner,)
    if thing.guard is not None and thing.guard.owner is not None:
        return (thing.guard.owner,)
    if op.kind == "process.join":
        waited = machine.process_at(op.object)
        return () if waited.actor == actor else (waited.actor,)
    return ()


def labels(machine: Machine) -> dict[str, str]:
    """What the program calls its shared things: the variables that they were first kept in."""
    found: dict[str, str] = {}
    for process in machine.processes:
        spaces = [process.main.__dict__]
        for space in spaces:
            for name, value in space.items():
                shared = getattr(value, "_shared_name", None)
                if isinstance(shared, str) and not name.startswith("_"):
                    found.setdefault(shared, name)
    for name in machine.world.primitives:
        if name in found:
            continue
        array = re.fullmatch(r"(.+)\[(\d+)\]", name)
        if array and array[1] in found:
            found[name] = f"{found[array[1]]}[{array[2]}]"
        elif name.endswith(("-size", "-unfinished")):
            whole = name.rpartition("-")[0]
            if whole in found:
                found[name] = found[whole]
    for process in machine.processes:
        found[process.key] = process.name
    return found
