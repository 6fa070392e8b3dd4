"""Small programs for the search: actors as lists of operations, and every order of them by force."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from autograder.explorer.operations import Actor, Op, Primitive
from autograder.explorer.search import Execution, Result
from autograder.explorer.world import World

Script = list[Op]


class Scripted:
    """An execution whose actors do what a script says; what they are answered is the outcome.

    An operation whose argument is ``"seen"`` is given the answer of the one before it, so that what
    was read reaches what is written.
    """

    def __init__(
        self, primitives: Callable[[], dict[str, Primitive]], scripts: list[Script]
    ) -> None:
        self.world = World(primitives())
        self._scripts = scripts
        self._at = [0] * len(scripts)
        self._answers: list[list[Any]] = [[] for _ in scripts]

    def pending(self) -> dict[Actor, Op]:
        """The next operation of each script that has not ended."""
        return {
            actor: self._next(actor)
            for actor, script in enumerate(self._scripts)
            if self._at[actor] < len(script)
        }

    def _next(self, actor: Actor) -> Op:
        op = self._scripts[actor][self._at[actor]]
        if op.argument == "seen":
            return op._replace(argument=(actor, repr(self._answers[actor][-1:])))
        return op

    def step(self, actor: Actor) -> None:
        """Do the next operation of one script."""
        answer = self.world.apply(actor, self._next(actor))
        self._answers[actor].append(answer)
        self._at[actor] += 1

    def outcome(self) -> Any:
        """The final state, and all that each actor was answered."""
        return (self.world.snapshot(), repr(self._answers), tuple(self._at))


def by_force(start: Callable[[], Execution]) -> Iterator[Result]:
    """Every interleaving there is, one after the other, without any reduction."""

    def below(schedule: tuple[Actor, ...]) -> Iterator[Result]:
        execution = start()
        for actor in schedule:
            execution.step(actor)
        pending = execution.pending()
        enabled = [a for a, op in pending.items() if execution.world.enabled(a, op)]
        if not enabled:
            yield Result(schedule, execution.outcome(), frozenset(pending))
        for actor in enabled:
            yield from below((*schedule, actor))

    return below(())


def primitives() -> dict[str, Primitive]:
    """One or two of each family, fresh."""
    return {
        "x": Primitive("cell", 0),
        "y": Primitive("cell", 0),
        "lock": Primitive("lock"),
        "rlock": Primitive("rlock"),
        "sem": Primitive("semaphore", 1, limit=1),
        "many": Primitive("semaphore", 1),
        "event": Primitive("event", False),
        "pipe": Primitive("channel", []),
        "box": Primitive("channel", [], limit=1),
        "child": Primitive("process", "new"),
    }


MENU = [
    *(Op("read", name) for name in "xy"),
    *(Op("write", name, "seen") for name in "xy"),
    *(Op(kind, "lock") for kind in ("acquire", "release", "try-acquire")),
    *(Op(kind, "rlock") for kind in ("acquire", "release")),
    *(Op(kind, name) for name in ("sem", "many") for kind in ("acquire", "release", "try-acquire")),
    *(Op(kind, "event") for kind in ("wait", "set", "clear", "is-set")),
    *(Op("put", name, "seen") for name in ("pipe", "box")),
    *(Op(kind, name) for name in ("pipe", "box") for kind in ("get", "try-get", "length")),
    Op("start", "child"),
    Op("exit", "child", 0),
    Op("join", "child"),
    Op("look", "child"),
]


def generated(seed: int, family: str = "") -> list[Script]:
    """Two or three scripts that meet at few objects, so that their order is likely to matter.

    With `family`, they meet at one object of that family and, perhaps, at a shared value.
    """
    rng = random.Random(seed)
    count = rng.choice((2, 2, 3))
    things = primitives()
    known = sorted({op.object for op in MENU if family in ("", things[op.object].family)})
    objects = rng.sample(known, 1 if family else rng.choice((1, 2)))
    objects += ["x"] if family and rng.random() < 0.5 else []
    menu = [op for op in MENU if op.object in objects]
    length = 4 if count == 2 else 3
    return [[rng.choice(menu) for _ in range(rng.randint(1, length))] for _ in range(count)]
