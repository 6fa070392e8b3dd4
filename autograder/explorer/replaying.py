"""One interleaving, by its schedule."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from autograder.explorer.conditions import Condition
from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.judging import Judge, failed
from autograder.explorer.labels import process_of
from autograder.explorer.machine import Machine
from autograder.explorer.reports import Report, Verdict, read
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import Program
from autograder.explorer.telling import ScheduleError, tell


def replay(
    program: Program,
    schedule: str,
    settings: Settings | None = None,
    conditions: Sequence[Condition] = (),
) -> Report:
    """Tell one interleaving of `program`.

    Args:
        program: What is replayed.
        schedule: Who moves at each step, as a report has it.
        settings: How it is run; as when the schedule was found.
        conditions: What must hold. How many are at work at once shows in no single interleaving.

    Raises:
        ProgramError: if it is not Python.
        ScheduleError: if the schedule does not fit the program.
    """
    program.code  # noqa: B018 - compiled once, and complained of at once
    try:
        learned, paths = read(schedule)
    except ValueError as error:
        raise ScheduleError(0, str(error)) from None
    begun = time.perf_counter()
    registry = Registry()
    registry.learned.update(learned)
    judge = Judge(conditions, measure=False)
    while True:
        try:
            report = _retold(program, settings or Settings(), registry, judge, paths)
        except Halt as halt:
            if halt.reason == AGAIN:
                continue
            verdict = Verdict.of_halt(halt.reason)
            return Report(verdict, halt.reason, fields={**halt.fields, "line": halt.line})
        return replace(report, schedule=schedule, seconds=time.perf_counter() - begun)


def _retold(
    program: Program, settings: Settings, registry: Registry, judge: Judge, paths: Sequence[str]
) -> Report:
    """Tell the interleaving in which those at `paths` move."""
    actors = [registry.number(path) for path in paths]
    story = tell(program, settings, registry, actors)
    machine = Machine(program, settings, registry)
    try:
        failure = None
        for actor in actors:
            machine.enabled()
            machine.step(actor)
            failure = failure or judge.broken_rule(machine)
        failure = (failed(machine) if machine.enabled() else judge.at_end(machine)) or failure
    finally:
        machine.close()
    fields = {} if failure is None else {"detail": failure.detail}
    if fields and story.failed is not None:
        fields["process"] = process_of(story, story.failed)
    return Report(
        Verdict.BOUNDED if failure is None else Verdict.BROKEN,
        "" if failure is None else failure.kind,
        executions=1,
        story=story,
        fields=fields,
        notes=("replay",) if failure is None else (),
    )
