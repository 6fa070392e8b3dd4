"""One execution as it usually goes: time passes, and whoever is ready first moves first.

An exploration asks what *can* happen, and there sleeps and timeouts order nothing. This asks what
happens nearly always: a sleep takes as long as it says, a timeout runs out at its time, a process
takes a moment to start, and who has been ready for longest has the next turn. Nobody waits for real:
the clock jumps to the next moment at which anything happens.

"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from autograder.explorer.actors import Task
from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.families import POSSIBLE
from autograder.explorer.machine import Machine
from autograder.explorer.operations import Actor, Op
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import Program

STARTING = 0.02
"""Seconds until a new process does anything that others could see."""
MOVING = 1e-5
"""Seconds that an operation takes."""


class _Turn(NamedTuple):
    """What an actor wants to do: from when on, and until when it would wait for that."""

    op: Op
    due: float
    number: int
    until: float | None


class UsualRun:
    """One execution, with its clock.

    Args:
        machine: The execution, at its start; its settings say ``timed``.
    """

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.now = 0.0
        self._turns: dict[Actor, _Turn] = {}

    def run(self, most: int = 1_000_000) -> bool:
        """Go on until nobody can move any more, at most so many steps; whether it came to that."""
        for _ in range(most):
            actor = self._next()
            if actor is None:
                return True
            self._move(actor)
        return False

    def _next(self) -> Actor | None:
        """Whose turn it is; the clock is then at that moment."""
        best: tuple[float, int, Actor] | None = None
        for actor, op in self.machine.pending.items():
            turn = self._turns.get(actor)
            if turn is None or turn.op is not op:
                turn = self._turns[actor] = self._turn(actor, op)
            when = turn.due if self._is_possible(actor, op) else turn.until
            if when is not None:
                key = (max(when, self.now), turn.number, actor)
                if best is None or key < best:
                    best = key
        if best is None:
            return None
        self.now, _, actor = best
        return actor

    def _is_possible(self, actor: Actor, op: Op) -> bool:
        possible = POSSIBLE[op.kind]
        if possible is None:
            return True
        return possible(self.machine.world.primitives[op.object], actor, op.argument)

    def _turn(self, actor: Actor, op: Op) -> _Turn:
        """When `actor`, who has just come to `op`, may do it."""
        task = self.machine.tasks.get(actor)
        due, until = self.now, None
        if task is not None:
            due = max(due, task.process.clock)
            if op.kind == "local.sleep":
                due += op.argument
            elif actor not in self._turns and _begins(task):
                due += STARTING
            if task.otherwise is not None:
                until = due + max(task.patience, 0.0)
        return _Turn(op, due, self.machine.steps, until)

    def _move(self, actor: Actor) -> None:
        """Let `actor` do what it wants, or what it does instead when its time is up."""
        machine = self.machine
        task = machine.tasks.get(actor)
        if task is not None:
            task.process.clock = self.now
            task.process.extras["looks"] = 0
            if task.otherwise is not None:
                if not self._is_possible(actor, machine.pending[actor]):
                    machine.pending[actor] = task.otherwise
                task.otherwise = None
        self.now += MOVING
        machine.step(actor)


@contextmanager
def usual_run(program: Program, settings: Settings | None = None) -> Iterator[Machine]:
    """The machine at the end of a program's usual run; who then still waits, waits for ever.

    One of a million steps is ``too_long``, and not at its end.

    Args:
        program: What is run.
        settings: How.

    Raises:
        Halt: if the program does what is not modelled.

    Example::

        with usual_run(Program.at(Path("tickets.py"))) as machine:
            print(machine.outcome())
    """
    timed = replace(settings or Settings(), timed=True)
    registry = Registry()
    while True:
        machine = Machine(program, timed, registry)
        try:
            machine.too_long = not UsualRun(machine).run()
        except Halt as halt:
            machine.close()
            if halt.reason == AGAIN:
                continue  # something that was taken for granted is not so
            raise
        break
    try:
        yield machine
    finally:
        machine.close()


def _begins(task: Task) -> bool:
    """Whether it is what a process other than the main one began with."""
    return task.path == task.process.path and task.process.parent is not None
