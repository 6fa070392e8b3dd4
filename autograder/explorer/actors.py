"""The virtual processes of an execution: whose code runs, and what belongs to it.

A task is code that runs until its next operation: a greenlet, not an OS process. A process is the
task that it began with, its own module namespaces, and what it has made. Agents do without code:
the feeder of a queue, a signal on its way.
"""

from __future__ import annotations

import itertools
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import greenlet

from autograder.explorer.doing import MOST_ORDERS, Abandoned, halt, here
from autograder.explorer.operations import Actor, Op

if TYPE_CHECKING:
    from autograder.explorer.machine import Machine

ROUNDS = 1_000_000
"""How many rounds of loops a task may go without an operation."""
LAST_ROUNDS = 10_000
"""How many rounds of loops all tasks of an execution that is over may still go."""


class Process:
    """What one virtual process has.

    Args:
        machine: The execution it is part of.
        path: Its place in the family tree: ``"0"`` for the main process, ``"0.2"`` for the main
            process's second child.
        parent: Who started it; None for the main process.
        name: Its name, as the program knows it.
    """

    __slots__ = (
        "actor", "children", "clock", "code", "counters", "daemon", "draws", "dropped", "extras",
        "failure", "key", "last_draw", "machine", "main", "modules", "name", "object", "output",
        "own_modules",
        "parent", "path", "pid", "started", "tasks",
    )  # fmt: skip

    def __init__(self, machine: Machine, path: str, parent: Process | None, name: str) -> None:
        self.machine = machine
        self.path = path
        self.parent = parent
        self.name = name
        self.actor: Actor = machine.actor(path)
        self.pid = _pid(path)
        self.daemon = False
        self.main = types.ModuleType("__main__" if parent is None else "__mp_main__")
        self.key = f"process-{path}"
        """Its name as a shared thing."""
        self.modules: dict[str, types.ModuleType] = {}
        self.own_modules: dict[str, types.ModuleType] = {}
        """Those of its modules that are the program's own."""
        self.counters: dict[str, int] = {}
        self.children: list[Process] = []
        self.output: list[tuple[str, str, int]] = []
        """What it wrote: to which stream, the text, and at which step."""
        self.clock: float = 0.0 if parent is None else parent.clock
        self.draws = 0
        """How many numbers it drew at random that may have mattered."""
        self.last_draw: Any = None
        self.failure: BaseException | None = None
        self.code: int | None = None
        self.object: Any = None
        """The program's own Process object for it."""
        self.started = False
        self.tasks: list[Task] = []
        self.dropped: list[Any] = []
        """Ends of channels that it has lost sight of without closing them."""
        self.extras: dict[str, Any] = {}
        """What one virtual module or another keeps for this process."""

    def count(self, what: str) -> int:
        """The next number of `what` in this process, from 1."""
        number = self.counters[what] = self.counters.get(what, 0) + 1
        return number

    def spend(self, seconds: float | None) -> None:
        """Let time pass that it has waited; where time is as it usually is, it has passed already."""
        if seconds and seconds > 0 and not self.machine.settings.timed:
            self.clock += seconds

    def new_name(self, what: str) -> str:
        """A name for a shared thing that it makes; the same in every interleaving."""
        return f"{what}-{self.path}:{self.count(what)}"

    def fall_apart(self) -> None:
        """Let go of everything, now that nobody looks any more.

        What refers to each other in a circle would wait for Python's search for garbage, which costs
        more than the execution did.
        """
        for module in (self.main, *self.own_modules.values()):
            module.__dict__.clear()
        self.tasks.clear()
        self.children.clear()
        self.extras.clear()
        self.object = self.parent = None


@cache
def _pid(path: str) -> int:
    """A pid that depends on the family tree alone.

    >>> _pid("0"), _pid("0.3"), _pid("0.3.1")
    (1000, 1003, 1003001)
    """
    numbers = [int(part) for part in path.split(".")]
    pid = 1000 + (numbers[1] if len(numbers) > 1 else 0)
    for number in numbers[2:]:
        pid = pid * 1000 + number
    return pid


class Task:
    """Code that runs until its next operation.

    Args:
        process: Whose code it is.
        path: Its name; that of its process for the one that the process began with.
        run: What it does; called once, in its own greenlet.
    """

    __slots__ = (
        "actor", "ended", "greenlet", "loops", "orders", "otherwise", "path", "patience", "process", "run", "seen", "tick", "used",
    )  # fmt: skip

    def __init__(self, process: Process, path: str, run: Callable[[], Any]) -> None:
        self.process = process
        self.path = path
        self.actor: Actor = process.machine.actor(path)
        self.greenlet = _idle.pop() if _idle else greenlet.greenlet(_work)
        self.run: Callable[[], Any] | None = run
        """What it does; None once it has begun."""
        self.ended = False
        self.orders = 0
        """How often it has been told to let go, and did not."""
        self.otherwise: Op | None = None
        """What it does instead of its next operation if nothing else in the world can move."""
        self.patience = 0.0
        """How many seconds it would wait until then."""
        self.tick = _ticks(ROUNDS)
        self.loops: list[Any] = []
        """The loops that it has begun; see :mod:`~autograder.explorer.loops`."""
        self.used: list[str] = []
        """The shared things it used, one after the other."""
        self.seen: dict[Any, Any] = {}
        """What :mod:`~autograder.explorer.waiting` remembers of it."""
        process.tasks.append(self)

    def begin(self) -> Any:
        """Run up to the first operation, and return it; what else comes back is the end."""
        run, self.run = self.run, None
        return self.greenlet.switch(run)

    def let_go_at_once(self) -> bool:
        """Keep the greenlet of code that has ended for other code; whether it has."""
        if not self.ended:
            return False
        if len(_idle) < _MOST_IDLE:
            _idle.append(self.greenlet)
        return True

    def let_go(self) -> None:
        """Let the code go if it has not ended, and keep its greenlet for other code."""
        if self.run is None and not self.ended:
            self.greenlet.throw(Abandoned)
        has_let_go = self.orders <= MOST_ORDERS and not self.greenlet.dead
        if has_let_go and len(_idle) < _MOST_IDLE:
            _idle.append(self.greenlet)


@dataclass(slots=True)
class Agent:
    """A helper without code of its own: it does one kind of operation whenever there is cause.

    Args:
        process: Whose it is.
        path: Its name.
        causes: The steps that each gave it one more operation to do.
        then: Called with the operation and its answer after each of them.
    """

    process: Process
    path: str
    causes: list[int]
    ops: list[Op]
    then: Callable[[Op, Any], None]

    def ready(self, op: Op) -> Op:
        """The operation as it is done: what it is done with may have been left open until now."""
        now = getattr(op.argument, "now", None)
        return op if now is None else op._replace(argument=now())


class _GiveUp:
    """An iterator whose every item is the end of patience."""

    def __iter__(self) -> Iterator[None]:
        return self

    def __next__(self) -> None:
        _too_long()


_GIVE_UP = _GiveUp()


def _ticks(rounds: int) -> Callable[[], None]:
    """What is called in every round of a loop: after so many, it has gone on for too long."""
    return itertools.chain(itertools.repeat(None, rounds), _GIVE_UP).__next__


def few_ticks() -> Callable[[], None]:
    """The same for code that is about to let go: it has nothing to do for long any more."""
    return _ticks(LAST_ROUNDS)


_idle: list[greenlet.greenlet] = []
"""Greenlets that wait for code to run: making one costs several times as much as switching."""
_MOST_IDLE = 64


def _work(run: Callable[[], Any]) -> Any:
    """What every greenlet does: run what it is given, report the end, and wait for more."""
    while True:
        try:
            end = run()
        except Abandoned:
            end = None
        except BaseException as error:  # noqa: BLE001 - an error of ours, to be raised in the hub
            end = error
        run = here.hub.switch(end)


def _too_long() -> None:
    halt("endless", rounds=ROUNDS)
