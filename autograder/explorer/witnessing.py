"""The witness: explores, and tells every execution; see :mod:`~autograder.explorer.records`.

It knows no rules. Whether one is broken is found out by the referee, who may then ask for more
executions, to find the simplest in which it is, and have that one told as a story.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, BinaryIO

import msgspec

from autograder.explorer.asking import Progress
from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.executions import NotRepeatableError, Result
from autograder.explorer.exploring import Exploration
from autograder.explorer.labels import process_of
from autograder.explorer.machine import Machine
from autograder.explorer.operations import Actor
from autograder.explorer.recording import Recorded, Tape
from autograder.explorer.records import (
    Ask,
    Begun,
    Order,
    Pause,
    PausedError,
    Run,
    Tell,
    Watch,
)
from autograder.explorer.reports import Report, Verdict, written
from autograder.explorer.search import Search
from autograder.explorer.settings import Limits, Settings
from autograder.explorer.source import Program
from autograder.explorer.sweeping import swept
from autograder.explorer.telling import tell


class Orders:
    """What the referee wants done, as it comes.

    Args:
        asked: Where it comes from: one order a line.
    """

    def __init__(self, asked: BinaryIO) -> None:
        self._asked = asked
        self._orders: queue.SimpleQueue[Order | None] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        decoder = msgspec.json.Decoder(Order)
        for line in self._asked:
            self._orders.put(decoder.decode(line))
        self._orders.put(None)

    def next(self) -> Order | None:
        """The next one, when it comes; None if there will be no more."""
        return self._orders.get()

    def news(self) -> Order | None:
        """The next one, if there is one yet."""
        return None if self._orders.empty() else self._orders.get()


class Witness(Exploration):
    """An exploration that is told.

    Args:
        program: What is explored.
        settings: How it is run.
        limits: How much may be tried.
        send: Takes what is said.
        orders: What is to be done.
    """

    def __init__(
        self,
        program: Program,
        settings: Settings,
        limits: Limits,
        send: Callable[[msgspec.Struct], None],
        orders: Orders,
    ) -> None:
        super().__init__(program, settings, (), limits)
        self.heard = lambda executions, found: send(Progress(executions, found))
        self._send = send
        self._orders = orders

    def search(self) -> Search:
        """What finds out which executions there are, and tells each."""
        tape = Tape()
        self._send(Begun(sorted(self._judge.watched)))

        def start() -> Recorded:
            self._look_for_orders()
            tape.cut(search.depth)
            return Recorded(self._start(), tape, self._send)

        search = Search(start)
        return search

    def machine_of(self, result: Result) -> Machine:
        """The machine that ran in an execution of the search."""
        assert isinstance(result.execution, Recorded)
        return result.execution.machine

    def _look_for_orders(self) -> None:
        match self._orders.news():
            case Watch(names):
                self._judge.watched = frozenset(names)
                raise Halt(AGAIN)
            case Pause():
                raise PausedError

    def explored(self) -> Report:
        """Explore, and say what came of it."""
        self._program.code  # noqa: B018 - compiled once, and complained of at once
        with swept():
            return self.report()

    def obeyed(self, order: Tell | Watch) -> Report:
        """Explore anew, or tell a story."""
        if isinstance(order, Watch):
            self._judge.watched = frozenset(order.names)
            self._judge.begin_anew()
            return self.explored()
        story = tell(self._program, self._settings, self._registry, order.schedule)
        paths = [self._registry.paths[actor] for actor in order.schedule]
        story = replace(story, of_work=order.detail == "at-once")
        fields: dict[str, Any] = {"detail": order.detail}
        if order.least:
            fields = {"rule": order.detail, "least": order.least, "reached": order.reached}
        elif story.of_work:
            fields["reached"] = order.reached
        elif story.failed is not None:
            fields["process"] = process_of(story, story.failed)
        return Report(
            Verdict.BROKEN,
            order.kind,
            schedule=written(paths, self._registry.learned),
            story=story,
            fields=fields,
        )

    def asked(self, order: Ask) -> Run:
        """The execution that is asked for, as far as it can be had."""
        told: list[Run] = []
        try:
            execution = Recorded(self._start(), Tape(), told.append)
            try:
                self._follow(execution, order.schedule)
            finally:
                execution.close()
        except (Halt, NotRepeatableError):
            pass
        return told[0] if told else Run([], [])

    def _follow(self, execution: Recorded, schedule: Sequence[Actor]) -> None:
        last = -1
        for number in count():
            able = execution.enabled()  # nobody, once it is too long
            if number < len(schedule):
                actor = schedule[number]
                if actor not in able:
                    return
            elif not able:
                return
            else:
                actor = last if last in able else min(able)
            execution.step(actor)
            last = actor
