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
    task = machine.tasks.get(actor)
    if task is not None:
        frame = learner_frame(task.greenlet.gr_frame, task)
        if frame is not None:
            filename, line = frame.f_code.co_filename, frame.f_lineno
    return Step(actor, op, answer, filename, line, [])


def add_written(trace: Sequence[Step], process: Process) -> None:
    """Give the last step what `process` has written since."""
    told = process.extras.get("told", 0)
    trace[-1].written += [(stream, text) for stream, text, _ in process.output[told:]]
    process.extras["told"] = len(process.output)
