"""One interleaving, replayed and written down step by step."""

from __future__ import annotations

import traceback
from collections.abc import Sequence

from autograder.explorer.actors import Task
from autograder.explorer.doing import learner_frame
from autograder.explorer.executions import NotRepeatableError
from autograder.explorer.holding import holding
from autograder.explorer.machine import Machine
from autograder.explorer.naming import Names
from autograder.explorer.operations import Actor, Op
from autograder.explorer.reports import GivenUp, Step, Story, Wait
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import Program

_HELD = frozenset({"lock", "rlock"})
_COUNTED = frozenset({"semaphore", "bounded"})


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
        NotRepeatableError: if it is another one the second time.
    """
    first = _replayed(program, settings, registry, schedule)
    second = _replayed(program, settings, registry, schedule)
    for number, (step, again) in enumerate(zip(first.steps, second.steps, strict=True)):
        if _gist(step) != _gist(again):
            raise NotRepeatableError(number, step.actor, step.op, again.op)
    return first


def _gist(step: Step) -> tuple[Actor, str, str, int]:
    """What must be the same in every replay; arguments may be objects that equal nothing else."""
    return (step.actor, step.op.kind, step.op.object, step.line)


def _replayed(
    program: Program, settings: Settings, registry: Registry, schedule: Sequence[Actor]
) -> Story:
    machine = Machine(program, settings, registry, trace=True)
    names = Names(machine)
    try:
        for number, actor in enumerate(schedule):
            machine.enabled()  # it may change what is pending
            if not machine.can_move(actor):
                raise ScheduleError(number, registry.paths[actor])
            machine.step(actor)
            task = machine.tasks.get(actor)
            if task is not None:
                names.look(task)
        for process in machine.processes:
            names.look_at(process)
        able = machine.enabled()
        over = not able and not machine.too_long
        return _story(machine, names, waits=waits(machine) if over else [])
    finally:
        machine.close()


def _story(machine: Machine, names: Names, waits: list[Wait]) -> Story:
    assert machine.trace is not None
    owners = {each.actor: each for each in machine.processes}
    owners |= {actor: agent.process for actor, agent in machine.agents.items()}
    owners |= {actor: task.process for actor, task in machine.tasks.items()}
    failed = machine.failures[0] if machine.failures else None
    failure, filename, line = "", "", 0
    if failed is not None and failed.failure is not None:
        failure = "".join(traceback.format_exception_only(failed.failure)).strip()
        filename, line = _place_of(failed.failure, machine.files_of_program)
    return Story(
        steps=tuple(machine.trace),
        names={actor: process.name for actor, process in owners.items()},
        labels=names.labels(),
        waits=tuple(waits),
        failed=None if failed is None else failed.actor,
        failure=failure,
        filename=filename,
        line=line,
        outputs={
            each.name: "".join(text for _, text, _ in each.output) for each in machine.processes
        },
        homes={actor: process.key for actor, process in owners.items()},
        roles={
            actor: _role(machine.registry.paths[actor])
            for actor, process in owners.items()
            if actor != process.actor
        },
        given_up=_given_up(machine) if machine.too_long else None,
    )


def _given_up(machine: Machine) -> GivenUp | None:
    """Where the last of a program's own to move stands now."""
    for step in reversed(machine.trace or ()):
        task = machine.tasks.get(step.actor)
        if task is not None and step.actor in machine.pending and step.line:
            return GivenUp(step.actor, machine.steps, *stands(task))
    return None


def stands(task: Task) -> tuple[str, int]:
    """The file and the line of the program's own at which a task is; of none, no line."""
    frame = learner_frame(task.greenlet.gr_frame, task)
    return ("", 0) if frame is None else (frame.f_code.co_filename, frame.f_lineno)


def _role(path: str) -> str:
    """What an actor is that is no process, by its path."""
    return "feeder" if "~queue" in path else "signal" if "!" in path else "helper"


def _place_of(error: BaseException, files: frozenset[str]) -> tuple[str, int]:
    """The innermost file and line of the program's own that `error` came through."""
    places = [
        (frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in files
    ]
    return places[-1] if places else ("", 0)


def waits(machine: Machine) -> list[Wait]:
    """Who of an execution that has come to a standstill waits for what, and who has it."""
    found = []
    for actor, op in machine.pending.items():
        task = machine.tasks.get(actor)
        filename, line = ("", 0) if task is None else stands(task)
        spins = actor in machine.waiting.parked
        held_by, facts = holders(machine, actor, op), _facts(machine, op)
        found.append(Wait(actor, op, spins, held_by, filename, line, facts, _open_in(machine, op)))
    return found


def _open_in(machine: Machine, op: Op) -> tuple[Actor, ...]:
    """The processes that still have a sending end open of the pipe that `op` reads from."""
    if op.kind not in ("channel.recv", "channel.ready"):
        return ()
    end = (op.object, "channel.close-writer")
    things = machine.world.primitives
    return tuple(
        process.actor
        for process in machine.processes
        if process.code is None and end in (things[process.key].extra or {}).values()
    )


def _facts(machine: Machine, op: Op) -> dict[str, int]:
    """What there is to say of a thing that somebody waits for."""
    thing = machine.world.primitives.get(op.object)
    if thing is None:
        return {}
    if thing.family == "barrier":
        return {"arrived": thing.value[1], "parties": thing.limit}
    if thing.family == "tasks":
        return {"count": thing.value}
    return {}


def holders(machine: Machine, actor: Actor, op: Op) -> tuple[Actor, ...]:
    """The actors that have what `actor` waits for."""
    thing = machine.world.primitives.get(op.object)
    if thing is None or op.kind.endswith(".release"):  # whoever gives back waits for nobody
        return ()
    if thing.family in _HELD and thing.owner is not None:
        return (thing.owner,)
    if thing.guard is not None and thing.guard.owner is not None:
        return (thing.guard.owner,)
    if op.kind == "process.join":
        waited = machine.process_at(op.object)
        return () if waited.actor == actor else (waited.actor,)
    if thing.family in _COUNTED and not op.object.endswith("-size"):
        return tuple(sorted(holding(machine.trace or ()).get(op.object, ())))
    return ()
