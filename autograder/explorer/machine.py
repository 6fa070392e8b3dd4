"""One execution of a program: its processes, its world, and who could move next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

import greenlet

from autograder.explorer import tracing
from autograder.explorer.actors import Agent, Process, Task
from autograder.explorer.doing import AGAIN, halt, here
from autograder.explorer.families import KINDS, POSSIBLE
from autograder.explorer.foreground import Foreground
from autograder.explorer.operations import Actor, Op, Primitive
from autograder.explorer.reports import Step
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.sights import End, Printed, end_of
from autograder.explorer.source import Program
from autograder.explorer.waiting import PATIENCE, Waiting
from autograder.explorer.world import NOBODY, World

MOST_PROCESSES = 200
"""Processes after which an exploration is given up: more are never joined by anybody."""
MOST_THINGS = 20_000
"""Shared things after which an exploration is given up."""
KILLING = "killing"
"""The fact, to be learned, that processes end in the middle of things, though no name says so."""


class Machine:
    """Runs a program one operation at a time. See :class:`~autograder.explorer.search.Execution`.

    Args:
        program: What is run.
        settings: How.
        registry: The numbers of its actors; shared by all executions that are compared.
        trace: Whether to keep a :class:`Step` for each step.
    """

    def __init__(
        self,
        program: Program,
        settings: Settings | None = None,
        registry: Registry | None = None,
        *,
        trace: bool = False,
    ) -> None:
        from autograder.explorer import virtual  # noqa: PLC0415 - it needs us

        self.program = program
        self.settings = settings or Settings()
        self.registry = registry or Registry()
        self.world = World({})
        self.pending: dict[Actor, Op] = {}
        self.processes: list[Process] = []
        self._known: dict[str, Process] = {}
        self.tasks: dict[Actor, Task] = {}
        self.agents: dict[Actor, Agent] = {}
        self.births: dict[Actor, int] = {}
        self.steps = 0
        self.trace: list[Step] | None = [] if trace else None
        self.waiting = Waiting(self.world, self.registry.learned)
        self.too_long = False
        self.failures: list[Process] = []
        self.notes: set[str] = set()
        """Why what was explored may not be all: keys of the catalogue below ``explorer.notes``."""
        self.files_of_program = program.own_files
        self.foreground = Foreground(program.modules)
        here.hub = greenlet.getcurrent()
        here.closing = False
        here.task = None
        virtual.prepare(self)
        main = Process(self, "0", None, "MainProcess")
        ends = main.extras["open ends"] = {}
        self.world.primitives[main.key] = Primitive("process", "alive", extra=ends)
        self.processes.append(main)
        self._known[main.key] = main
        try:
            self.add_task(main, main.path, lambda: virtual.run_main(main))
        except BaseException:
            self.close()  # nobody else can: there is no execution
            raise

    # --- What the search wants to know ----------------------------------------------------------

    def actor(self, path: str) -> Actor:
        """The number of the actor at `path`."""
        return self.registry.number(path)

    def enabled(self) -> list[Actor]:
        """Who could move now.

        Those who wait by asking the same thing again and again are left out until something they
        ask about has changed; a timeout that is long runs out only when nobody else can move.
        """
        if self.steps >= self.settings.longest:
            self.too_long = True
            return []
        things = self.world.primitives
        able = []
        for actor, op in self.pending.items():
            possible = POSSIBLE[op[0]]
            if possible is None or possible(things[op[1]], actor, op[2]):
                able.append(actor)
        if self.waiting.parked:
            able = self.waiting.of(able)
        return able or self._last_resort()

    def can_move(self, actor: Actor) -> bool:
        """Whether `actor` could move now, be it that it only asked the same thing again."""
        op = self.pending.get(actor)
        if op is None:
            return False
        possible = POSSIBLE[op.kind]
        return possible is None or possible(self.world.primitives[op.object], actor, op.argument)

    def _last_resort(self) -> list[Actor]:
        """Those whose long timeouts run out first, now that nothing else moves."""
        waiting = [
            task
            for actor, task in self.tasks.items()
            if task.otherwise is not None and actor in self.pending
        ]
        first = min((task.process.clock + task.patience for task in waiting), default=0.0)
        able = []
        for task in waiting:
            if task.process.clock + task.patience <= first:
                assert task.otherwise is not None
                self.pending[task.actor] = task.otherwise
                task.otherwise = None
                able.append(task.actor)
        return able

    def cause(self, actor: Actor) -> int | None:
        """The step without which `actor`'s next operation would not be."""
        agent = self.agents.get(actor)
        if agent is not None:
            return agent.causes[0]
        return self.births.get(actor)

    def victims(self, actor: Actor) -> Iterable[Actor]:
        """Whom an ending takes with it: all that belongs to the process that ends."""
        op = self.pending[actor]
        ended = self._known[op.object]
        if not self.agents and len(ended.tasks) == 1:
            return () if ended.actor == actor else (ended.actor,)
        found = [task.actor for task in ended.tasks]
        found += [each for each, agent in self.agents.items() if agent.process is ended]
        return [each for each in found if each != actor]

    def step(self, actor: Actor) -> None:
        """Let `actor` do its next operation and go on to the one after it."""
        op = self.pending[actor]
        number = self.steps
        self.steps = number + 1
        if self.waiting.parked or self.waiting.forced:
            self.waiting.moves(actor)
        if actor in self.agents:
            self._step_agent(actor, op)
            return
        kind, name, argument = op
        answer = KINDS[kind].apply(self.world.primitives.get(name, NOBODY), actor, argument)
        if self.trace is not None:
            self.trace.append(tracing.step(self, actor, op, answer))
        task = self.tasks[actor]
        if kind == "process.exit":
            self.end(task.process, argument)
            return
        used = task.used
        used.append(name)
        if task is not here.task:
            self.foreground.take(task)
        op = task.greenlet.switch(answer)
        if op.__class__ is Op:
            self.pending[actor] = op
            if len(used) > PATIENCE and not self.settings.timed:
                self.waiting.suspect(task, op)
        else:
            self._ended(task, op)
        if self.trace is not None:
            tracing.add_written(self.trace, task.process)
        if kind == "process.start" and answer is None:
            self._begin(name, number)

    def _step_agent(self, actor: Actor, op: Op) -> None:
        agent = self.agents[actor]
        op = agent.ready(op)
        answer = self.world.apply(actor, op)
        if self.trace is not None:
            self.trace.append(tracing.step(self, actor, op, answer))
        del agent.ops[0], agent.causes[0]
        agent.then(op, answer)
        if agent.ops:
            self.pending[actor] = agent.ops[0]
        else:
            self.pending.pop(actor, None)

    def outcome(self) -> Any:
        """What this execution came to, as plain data: of each process its end and its lines."""
        return tuple(
            sorted(
                (each.path, each.code, "".join(text for _, text, _ in each.output))
                for each in self.processes
            )
        )

    # --- What a judge wants to know --------------------------------------------------------------

    @property
    def laid(self) -> Mapping[str, Any]:
        """What lay on the disk at its start."""
        return self.program.disk

    def named(self, name: str) -> str | None:
        """The name in the world of what the main module calls `name`."""
        shared: str | None = getattr(self.processes[0].main.__dict__[name], "_shared_name", None)
        return shared

    def printed(self) -> list[Printed]:
        """What was written so far, process by process."""
        return [
            (process.name, stream, text, step)
            for process in self.processes
            for stream, text, step in process.output
        ]

    def ending(self) -> End:
        """How it has ended."""
        return end_of(self)

    def close(self) -> None:
        """Let go of all code that has not ended; what it still wants to do, nobody hears."""
        here.closing = True
        left = [task for task in self.tasks.values() if not task.let_go_at_once()]
        try:
            self.foreground.let_go(left)
            for process in self._known.values():
                process.fall_apart()
        finally:
            here.closing = False
            self.foreground.clear()
            self.tasks.clear()
            self.pending.clear()
            self.processes.clear()
            self._known.clear()
            self.agents.clear()

    # --- What the virtual modules want done -----------------------------------------------------

    def learn(self, *facts: str) -> NoReturn:
        """Note facts that were not reckoned with, and have the exploration begin again."""
        self.registry.learned.update(facts)
        halt(AGAIN)

    @property
    def may_kill(self) -> bool:
        """Whether a process could end in the middle of things."""
        return self.program.may_kill or KILLING in self.registry.learned

    def add(self, name: str, thing: Primitive) -> str:
        """Put a shared thing into the world; its name."""
        if len(self.world.primitives) > MOST_THINGS:
            halt("too-many-things", most=MOST_THINGS)
        self.world.primitives[name] = thing
        return name

    def add_task(self, process: Process, path: str, run: Callable[[], Any]) -> Task:
        """Begin a task of `process` and run it up to its first operation."""
        task = Task(process, path, run)
        self.tasks[task.actor] = task
        self.foreground.take(task)
        op = task.begin()
        if op.__class__ is Op:
            self.pending[task.actor] = op
        else:
            self._ended(task, op)
        if self.trace:
            tracing.add_written(self.trace, process)
        return task

    def add_process(self, process: Process, run: Callable[[], Any]) -> None:
        """Make a process known that its parent is about to start with the operation ``start``."""
        if len(self.processes) > MOST_PROCESSES:
            halt("too-many-processes", most=MOST_PROCESSES)
        ends = process.extras.setdefault("open ends", {})
        self.world.primitives[process.key] = Primitive("process", "new", extra=ends)
        self._known[process.key] = process
        process.extras["run"] = run

    def add_agent(
        self, process: Process, path: str, op: Op, then: Callable[[Op, Any], None]
    ) -> None:
        """Give the agent at `path` one more operation to do, because of the step just taken."""
        actor = self.actor(path)
        agent = self.agents.get(actor)
        if agent is None:
            agent = self.agents[actor] = Agent(process, path, [], [], then)
        agent.ops.append(op)
        agent.causes.append(self.steps - 1)
        self.pending.setdefault(actor, op)

    def process_at(self, key: str) -> Process:
        """The process that is the shared thing `key`."""
        return self._known[key]

    def end(self, process: Process, code: int) -> None:
        """The process is no more, nor is what belongs to it."""
        process.code = code
        ended = self.world.primitives.get(process.key)
        if ended is not None and ended.extra:
            for channel, kind in ended.extra.values():
                KINDS[kind].apply(self.world.primitives[channel], process.actor, None)
            ended.extra.clear()
        gone = [task.actor for task in process.tasks]
        if self.agents:
            gone += [actor for actor, agent in self.agents.items() if agent.process is process]
        for actor in gone:
            self.pending.pop(actor, None)
            self.waiting.gone(actor)
        if self.trace is not None and self.trace:
            tracing.add_written(self.trace, process)

    # --- Inside ---------------------------------------------------------------------------------

    def _begin(self, key: str, number: int) -> None:
        """A started process runs up to its first operation."""
        process = self._known[key]
        self.processes.append(process)
        self.births[process.actor] = number
        self.add_task(process, process.path, process.extras.pop("run"))

    def _ended(self, task: Task, end: Any) -> None:
        """A thread came to its end, or something that ends the exploration."""
        if isinstance(end, BaseException):
            raise end
        task.ended = True
        self.pending.pop(task.actor, None)
