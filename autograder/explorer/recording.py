"""The witness's side of an execution: a machine that runs, and beside it what is told of it.

The search of the witness sees only what it tells, so that the referee's, who sees no more, goes the
same way.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from types import BuiltinFunctionType, FunctionType, ModuleType, NoneType
from typing import Any, NamedTuple

from autograder.explorer.actors import Process
from autograder.explorer.executions import NotRepeatableError
from autograder.explorer.machine import Machine
from autograder.explorer.operations import Actor, Op
from autograder.explorer.records import Born, Next, Point, Run, Thing, Told
from autograder.explorer.replica import Replica
from autograder.explorer.sights import Printed
from autograder.explorer.telltale import (
    BELIEVED_KINDS,
    argument,
    looks_only,
    same_state,
    sound,
    thing,
)

_MAIN = "process-0"
_OURS = "autograder.explorer.virtual"
_PLAIN = frozenset({
    int, float, str, bool, bytes, list, tuple, dict, set, type, NoneType,
    FunctionType, BuiltinFunctionType, ModuleType,
})  # fmt: skip
"""What shares nothing, and is nearly all that a module has names for."""


class Mark(NamedTuple):
    """What really was at a point that has been told.

    Args:
        pending: The operations.
        shown: How many pieces of each process's output had been told.
        names: What the main module called its things.
    """

    pending: dict[Actor, Op]
    shown: dict[str, int]
    names: dict[str, str | None]


class Tape:
    """What was told of the execution before, as far as the next one goes the same way."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.marks: list[Mark] = []

    def cut(self, depth: int) -> None:
        """Forget all but the first `depth` points."""
        del self.points[depth:], self.marks[depth:]


_NOTHING = Mark({}, {}, {})


class Recorded(Replica):
    """An execution that is told while it runs.

    Args:
        machine: The execution itself, at its start.
        tape: What was told of the one before; what is new goes there.
        send: Called at the end with what is to be said of it.
    """

    __slots__ = ("_actors", "_known", "_mark", "_send", "_tape", "_whole", "machine")

    def __init__(self, machine: Machine, tape: Tape, send: Callable[[Run], None]) -> None:
        self.machine = machine
        self._tape = tape
        self._send = send
        self._known = len(tape.points)
        self._actors: list[Actor] = []
        self._mark = _NOTHING
        self._whole = False
        super().__init__(tape.points, machine.world.watched, laid=machine.laid)

    def begin(self) -> None:
        """Come to the first point."""
        if not self._known:
            able = self.machine.enabled()
            self._note(-1, None, able)
        super().begin()
        self._whole = True

    def step(self, actor: Actor) -> None:
        """Let `actor` do its next operation, for real and as it is told."""
        self._whole = False
        machine, op = self.machine, self.pending[actor]
        number = self.steps
        if number < self._known:
            before = self._tape.marks[number].pending.get(actor)
            if machine.pending.get(actor) != before:
                machine.enabled()  # it may change what is pending
                now = machine.pending.get(actor)
                if now != before:
                    raise NotRepeatableError(number, actor, before, now)
        machine.step(actor)
        self.do(actor)
        if number + 1 >= self._known:
            self._actors.append(actor)
            able = machine.enabled()  # first of all, for it may change what is pending
            self._mark = self._tape.marks[number]
            self._note(actor, op, able)
        self._arrive()
        self._whole = True

    def check(self, point: Point) -> None:
        """Nobody holds their own words against what they see."""

    def close(self) -> None:
        """Say what is new, and let go."""
        try:
            if self._whole:
                end = None if self._able else self.machine.ending()
                self._send(Run(self._actors, self._tape.points[self._known :], end))
        finally:
            self.machine.close()

    # --- What is new ----------------------------------------------------------------------------

    def _note(self, actor: Actor, op: Op | None, able: list[Actor]) -> None:
        """Tell what is new now that `actor` has done `op`."""
        machine, raw = self.machine, self._mark.pending
        pending = machine.pending.copy()
        following, causes = [], []
        for who, each in pending.items():
            if raw.get(who) is not each:
                following.append(Next(who, each.kind, each.object, argument(each)))
                agent = machine.agents.get(who)
                if agent is not None:
                    causes.append((who, agent.causes[0]))
        names, news = self._named(actor)
        shown, written = self._written_since()
        self._tape.points.append(
            Point(
                able=able,
                next=following,
                gone=[who for who in raw if who not in pending],
                born=self._born(),
                causes=causes,
                made=self._made(),
                changed=self._changed(op),
                told=self._to_believe(pending),
                names=news,
                written=written,
            )
        )
        self._tape.marks.append(Mark(pending, shown, names))

    def _made(self) -> list[Thing]:
        """New shared things: they come after the others."""
        real, known = self.machine.world.primitives, len(self.world.primitives)
        if len(real) == known:
            return []
        return [thing(name, each) for name, each in islice(real.items(), known, None)]

    def _born(self) -> list[Born]:
        """New actors."""
        machine, known = self.machine, self.homes
        if len(machine.tasks) + len(machine.agents) == len(known):
            return []
        owners: dict[Actor, Process] = {
            actor: each.process for actor, each in machine.tasks.items()
        }
        owners |= {actor: each.process for actor, each in machine.agents.items()}
        return [
            Born(
                actor,
                machine.registry.paths[actor],
                process.key,
                actor in machine.agents,
                machine.births.get(actor),
            )
            for actor, process in owners.items()
            if actor not in known
        ]

    def _changed(self, op: Op | None) -> list[Thing]:
        """Things that are not what the operations have made of them."""
        real = self.machine.world.primitives
        found = [
            thing(name, real[name])
            for name, own in self.loose.items()
            if not same_state(real[name], own)
        ]
        if op is not None and op.kind == "cell.call" and not looks_only(op):
            found.append(thing(op.object, real[op.object]))
        return found

    def _to_believe(self, pending: dict[Actor, Op]) -> list[Told]:
        """What operations are to which objects, where nobody could work it out."""
        world = self.machine.world
        found = []
        for actor, op in pending.items():
            if (
                op.kind in BELIEVED_KINDS
                or (world.late and world.late.get(actor))
                or (op.kind == "channel.flush" and op.argument.changeable)
            ):
                accesses = [
                    (each.object, each.kind, sorted(each.spares))
                    for each in world.accesses(actor, op)
                ]
                found.append(Told(actor, accesses))
        return found

    def _named(self, actor: Actor) -> tuple[dict[str, str | None], dict[str, str | None]]:
        """What the main module calls its things, and what is new of it."""
        known = self._mark.names
        if self.homes.get(actor, _MAIN) != _MAIN:
            return known, {}  # nobody else can change them
        main = self.machine.processes[0].main.__dict__
        now = {name: _shared_name(value) for name, value in main.items() if name[:1] != "_"}
        if now == known:
            return known, {}
        news = {name: each for name, each in now.items() if known.get(name, "") != each}
        return now, news | {name: "" for name in known if name not in now}

    def _written_since(self) -> tuple[dict[str, int], list[Printed]]:
        """How much each process has written, and what of it is new."""
        shown = self._mark.shown
        found: list[Printed] = []
        for process in self.machine.processes:
            before = shown.get(process.path, 0)
            if len(process.output) > before:
                shown = {**shown, process.path: len(process.output)}
                found += [
                    (sound(process.name), stream, sound(text), step)
                    for stream, text, step in process.output[before:]
                ]
        return shown, found


def _shared_name(value: Any) -> str | None:
    """What a shared thing is called in the world; an object of the program's is not asked."""
    kind = type(value)
    if kind in _PLAIN or issubclass(kind, ModuleType):
        return None
    if not any(base.__module__.startswith(_OURS) for base in kind.__mro__):
        return None
    name = getattr(value, "_shared_name", None)
    return name if isinstance(name, str) else None
