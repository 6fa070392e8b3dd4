"""Actors that do what scripts say, and every order of them by force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.explorer.executions import Execution
from autograder.explorer.operations import Actor, Op, Primitive
from autograder.explorer.world import World

Script = list[Op]


def _after(op: Op, answer: Any) -> list[Op]:
    """What an actor must do next because of what it was answered: the second half of a wait."""
    then = _second_half(op, answer)
    return [] if then is None else [then]


def _second_half(op: Op, answer: Any) -> Op | None:
    if op.kind == "event.wait" and not answer:
        return Op("event.give-up" if op.argument == "tired" else "event.wake", op.object)
    if op.kind == "event.set" and answer:
        return Op("event.awake", op.object)
    if op.kind == "condition.sleep":
        tired = op.argument == "tired"
        return Op("condition.give-up" if tired else "condition.wake", op.object)
    if op.kind == "condition.notify" and answer:
        return Op("condition.counted", op.object, answer)
    if op.kind == "barrier.enter" and isinstance(answer, int):
        last = {"acts": "barrier.release", "fails": "barrier.fail"} if answer == 1 else {}
        how = {"tired": "barrier.give-up", **last}
        return Op(how.get(op.argument, "barrier.pass"), op.object)
    if op.kind == "barrier.release":
        return Op("barrier.pass", op.object)
    return None


class Scripted:
    """An execution whose actors do what a script says; what they are answered is the outcome.

    An operation whose argument is ``"seen"`` is given the answer of the one before it, so that what
    was read reaches what is written.
    """

    def __init__(
        self, primitives: Callable[[], dict[str, Primitive]], scripts: list[Script]
    ) -> None:
        self.world = World(primitives())
        self._scripts = [list(script) for script in scripts]
        self._answers: list[list[Any]] = [[] for _ in scripts]
        self.pending: dict[Actor, Op] = {}
        for actor in range(len(scripts)):
            self._prepare(actor)

    def _prepare(self, actor: Actor) -> None:
        if not self._scripts[actor]:
            self.pending.pop(actor, None)
            return
        op = self._scripts[actor].pop(0)
        if op.argument == "seen":
            seen: Any = (actor, repr(self._answers[actor][-1:]))
            op = op._replace(argument=repr(seen).encode() if op.kind == "channel.send" else seen)
        self.pending[actor] = op

    def enabled(self) -> list[Actor]:
        """Who could move now."""
        return [actor for actor, op in self.pending.items() if self.world.enabled(actor, op)]

    def step(self, actor: Actor) -> None:
        """Do the next operation of one script."""
        op = self.pending[actor]
        answer = self.world.apply(actor, op)
        self._answers[actor].append(answer)
        self._scripts[actor][:0] = _after(op, answer)
        self._prepare(actor)

    agents = ()

    def cause(self, _actor: Actor) -> None:
        """Nothing here is caused by another's step."""

    def victims(self, _actor: Actor) -> tuple[Actor, ...]:
        """Endings take nobody with them here."""
        return ()

    def close(self) -> None:
        """Nothing is left."""

    def outcome(self) -> Any:
        """The final state, all that each actor was answered, and who waits for ever."""
        return (self.world.snapshot(), repr(self._answers), frozenset(self.pending))


def by_force(start: Callable[[], Execution], most: int | None = None) -> set[Any]:
    """The outcomes of every interleaving there is, one after the other, without any reduction.

    Raises:
        TooManyError: if there are more than `most`.
    """
    outcomes: set[Any] = set()
    path: list[tuple[list[Actor], int]] = []
    tried = 0
    while True:
        execution = start()
        try:
            for enabled, place in path:
                execution.enabled()
                execution.step(enabled[place])
            while enabled := execution.enabled():
                path.append((enabled, 0))
                execution.step(enabled[0])
            outcomes.add(execution.outcome())
        finally:
            execution.close()  # also when it ends in something that is to be learned
        tried += 1
        while path and path[-1][1] + 1 == len(path[-1][0]):
            path.pop()
        if not path:
            return outcomes
        path[-1] = (path[-1][0], path[-1][1] + 1)
        if most is not None and tried > most:
            raise TooManyError


class TooManyError(Exception):
    """More interleavings than anybody wants to wait for."""
