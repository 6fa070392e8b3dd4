"""What is kept of an execution of which a story is to be told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import learner_frame
from autograder.explorer.operations import Actor, Op
from autograder.explorer.reports import Step

if TYPE_CHECKING:
    from autograder.explorer.machine import Machine


def step(machine: Machine, actor: Actor, op: Op, answer: Any) -> Step:
    """What a story tells of a step, which has just been taken and not yet been answered."""
    filename, line = "", 0
    before: list[tuple[str, str]] = []
    task = machine.tasks.get(actor)
    if task is not None:
        before = _untold(task.process)
        frame = learner_frame(task.greenlet.gr_frame, task)
        if frame is not None:
            filename, line = frame.f_code.co_filename, frame.f_lineno
    return Step(actor, op, answer, filename, line, [], before)


def add_written(trace: Sequence[Step], process: Process) -> None:
    """Give the last step what `process` has written since, if it was a step of its own.

    What a child writes before its first step is kept for that: the last one is its parent's.
    """
    if trace[-1].actor in {process.actor, *(task.actor for task in process.tasks)}:
        trace[-1].written += _untold(process)


def _untold(process: Process) -> list[tuple[str, str]]:
    """What `process` has written and no step has been given; it counts as given from now on."""
    told = process.extras.get("told", 0)
    process.extras["told"] = len(process.output)
    return [(stream, text) for stream, text, _ in process.output[told:]]
