"""What a witness says of the executions that it sees: plain data, read by schema.

The *witness* is the process in which a program runs, the *referee* the one that judges it. Both follow
the same search; of each execution the witness says what is new behind the steps that it has in common
with the one before: who stands before which operation, and which shared things there are. What the
operations do to these things, whom they let move and on what they depend, the referee works out
himself (see :mod:`~autograder.explorer.replica`).
"""

from __future__ import annotations

from typing import Any

import msgspec

from autograder.explorer.operations import Actor
from autograder.explorer.sights import End, Printed


class Thing(msgspec.Struct, frozen=True, array_like=True):
    """A shared thing as it is when it is made, or where it has become another by itself.

    Args:
        name: Its name in the world.
        family: Its type.
        value: What it holds; see :func:`~autograder.explorer.telltale.state`.
        limit: As in :class:`~autograder.explorer.operations.Primitive`, like those that follow.
        owner: Who holds it.
        depth: How often.
        guard: The name of its guard; empty if it has none.
        extra: The ends that a process has open, each with the kind that closes it.
    """

    name: str
    family: str
    value: Any = None
    limit: int = 0
    owner: Actor | None = None
    depth: int = 0
    guard: str = ""
    extra: list[tuple[str, str]] = []


class Next(msgspec.Struct, frozen=True, array_like=True):
    """Who stands before another operation than before, and which."""

    actor: Actor
    kind: str
    object: str
    argument: Any


class Born(msgspec.Struct, frozen=True, array_like=True):
    """A new actor.

    Args:
        actor: Its number.
        path: Its name.
        home: The process that it belongs to, as a shared thing.
        agent: Whether each of its operations has a cause of its own.
        cause: The step without which it would not be; None if the referee knows it anyway.
    """

    actor: Actor
    path: str
    home: str
    agent: bool
    cause: int | None


class Told(msgspec.Struct, frozen=True, array_like=True):
    """What an actor's next operation is to which objects, where that has to be believed."""

    actor: Actor
    accesses: list[tuple[str, str, list[str]]]


class Point(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is new at one point of an execution, between two steps or at its start.

    Args:
        able: Who can move.
        next: Who stands before a new operation.
        gone: Who has none any more.
        born: New actors.
        causes: Of agents with a new operation, the step that gave it to them.
        made: New shared things.
        changed: Those that became others without an operation.
        told: What has to be believed of operations.
        names: What the main module calls its shared things; None for what is nothing shared.
        written: What was written.
    """

    able: list[Actor]
    next: list[Next] = []
    gone: list[Actor] = []
    born: list[Born] = []
    causes: list[tuple[Actor, int]] = []
    made: list[Thing] = []
    changed: list[Thing] = []
    told: list[Told] = []
    names: dict[str, str | None] = {}
    written: list[Printed] = []


class Run(msgspec.Struct, frozen=True, omit_defaults=True, tag="run"):
    """One execution, from where it parts from the one before it.

    Args:
        actors: Who moved at each step.
        points: What is new after each of them; of the first execution also at its start.
        end: How it ended; None if it was cut short because its end had been seen.
    """

    actors: list[Actor]
    points: list[Point]
    end: End | None = None


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    """An exploration begins, or begins anew: all that was said so far is void.

    Args:
        watched: The shared things that are taken to be looked at by rules.
    """

    watched: list[str]


class Paused(msgspec.Struct, frozen=True, tag="paused"):
    """The exploration has been given up, as it was ordered."""


class PausedError(Exception):
    """The exploration is given up, because an order says so."""


class Watch(msgspec.Struct, frozen=True, tag="watch"):
    """An order: begin anew, and take these shared things to be looked at by rules."""

    names: list[str]


class Pause(msgspec.Struct, frozen=True, tag="pause"):
    """An order: explore no more, but wait for orders."""


class Ask(msgspec.Struct, frozen=True, tag="ask"):
    """An order: let these move, then whoever moved last as long as he can; say it from the start."""

    schedule: list[Actor]


class Tell(msgspec.Struct, frozen=True, tag="tell"):
    """An order: tell the story in which these move, as one that goes wrong in that way.

    Where too few or too many are at work at once, `reached` were; where too few, `least` should have been.
    """

    schedule: list[Actor]
    kind: str
    detail: str
    least: int = 0
    reached: int = 0


class Over(msgspec.Struct, frozen=True, tag="over"):
    """An order: there will be no more orders."""


Order = Watch | Pause | Ask | Tell | Over
