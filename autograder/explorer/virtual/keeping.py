"""What a pool's own process does for it besides the program's calls: hire, hand on, call back."""

from __future__ import annotations

from typing import Any

from autograder.explorer.doing import current, do
from autograder.explorer.operations import Op
from autograder.explorer.virtual import endings, library, process, workers

_SYNCHRONIZING = frozenset(
    "pool.put pool.join pool.stop pool.see-off job.wait job.next process.start process.join".split()
)
"""Operations behind which a program reckons with callbacks having run."""


class Keeper:
    """What the parent keeps of a pool.

    Args:
        name: The pool's.
        arguments: What workers are started with.
        context: What makes their processes; None for the usual one.
    """

    def __init__(self, name: str, arguments: tuple[Any, ...], context: Any) -> None:
        self.process = current()
        self.name = name
        self.arguments = arguments
        self.workers: list[Any] = []
        self.results: dict[str, Any] = {}
        self.handed_in: dict[str, int] = {}
        """How many operations the program had done when it handed in a job that calls back."""
        self.calls_back = False
        self.on_the_way: dict[str, bool] = {}
        """The agents that hand results on, and whether something was printed before."""
        kind = process.Process if context is None else context.Process
        self.method = kind._start_method or library.get_start_method()

    def hire(self, *, late: bool = False) -> Any:
        """Start a worker."""
        kind = library.process_class(self.method)
        worker = kind(target=workers.work, args=(self.name, *self.arguments, late))
        self._prepare(worker)
        self.workers.append(worker)
        self.process.machine.world.primitives[self.name].extra.there += 1
        worker.start()
        return worker

    def _prepare(self, worker: Any) -> None:
        worker.name = worker.name.replace("Process", "PoolWorker")
        worker.daemon = True

    def initialized(self, initializer: Any, initargs: Any) -> bool:
        """In a worker, call its initializer; whether the worker may go on."""
        initializer(*initargs)
        return True

    def unsent(self, error: Exception, value: Any) -> Exception:
        """What a result comes to that cannot be pickled because of `error`."""
        return workers.MaybeEncodingError(error, value)

    def sent(self, job: str) -> None:
        """A part of a job has its answer."""

    def lost(self) -> None:
        """A worker has ended: another takes its place."""
        machine = self.process.machine
        if self.process.code is not None:
            return
        path = f"{self.process.path}~{self.name}~hire{self.process.count(self.name)}"

        def begin(_op: Op, _answer: Any) -> None:
            machine.births[machine.actor(f"{path}.")] = machine.steps - 1
            machine.add_task(self.process, f"{path}.", self._replace)

        machine.add_agent(self.process, path, Op("pool.hire", self.name), begin)

    def _replace(self) -> None:
        if not self.process.machine.world.primitives[self.name].extra.ending:
            self.hire(late=True)

    def call_back(self) -> None:
        """From now on, results pass through a thread of the parent that runs callbacks."""
        if self.calls_back:
            return
        self.calls_back = True
        machine = self.process.machine
        path = f"{self.process.path}~{self.name}~results"

        def begin(_op: Op, _answer: Any) -> None:
            machine.births[machine.actor(path)] = machine.steps - 1
            machine.add_task(self.process, path, self._hand_on)

        machine.world.primitives[self.name].extra.there += 1
        machine.add_agent(self.process, f"{path}+", Op("local.begin", ""), begin)

    def _hand_on(self) -> None:
        """The thread: run callbacks and let results be seen."""
        while True:
            received = do("pool.receive", self.name)
            if received is None:
                return
            _, job, part, answer = received
            result = self.results.get(job)
            if result is not None:
                self.note_callback(self.handed_in.get(job))
                try:
                    result.call_back(part, answer)
                except Exception as error:  # noqa: BLE001 - it ends the thread, and only that
                    endings.write_failure(self.process, error)
                    do("pool.leave", self.name)  # with what it was about to hand on
                    do("pool.leave", self.name)
                    return
            do("pool.set", self.name, (None, job, part, answer))

    def note_callback(self, since: int | None = None) -> None:
        """A callback runs: whether the program looks at what it does is known only at some places.

        Args:
            since: How many operations the program had done when the callback's job was handed in. If
                it has done others since than on what is shared, the callback could have run then.
        """
        machine = self.process.machine
        op = machine.pending.get(self.process.actor)
        meanwhile = [] if since is None else self.process.tasks[0].used[since:]
        if (op is not None and op.kind not in _SYNCHRONIZING) or "" in meanwhile:
            machine.notes.add("pool-callbacks")

    def check_quiet(self) -> None:
        """That a task was ended in the middle cannot be left out if it may have printed a part."""
        machine = self.process.machine
        if not workers.is_quiet(machine):
            return
        for path, printed in self.on_the_way.items():
            agent = machine.agents.get(machine.actor(path))
            if printed and agent is not None and agent.ops:
                machine.learn(workers.LOUD)

    def see_off(self, *, stopped: bool) -> None:
        """Wait until all workers have left, and what is on the way has arrived."""
        machine = self.process.machine
        if stopped and workers.SLOW in machine.registry.learned:
            machine.notes.add("pool-terminated")  # that may be before a worker is ready
        for worker in self.workers:
            record = worker._record
            op = machine.pending.get(record.actor)
            # Who waits for a task, or has not yet begun, leaves by itself: nobody sees a difference.
            if stopped and op is not None and op.kind not in ("pool.take", "local.begin"):
                machine.world.primitives[self.name].extra.doomed.add(record.actor)
                worker.terminate()
        do("pool.see-off", self.name)
        for worker in self.workers:
            if not worker._record.extras.get("joined"):
                worker.join()
