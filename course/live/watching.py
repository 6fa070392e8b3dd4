"""Looking again and again while processes run.

:class:`Watch` is the model: each :meth:`~Watch.look` adds what was seen. :func:`watch` drives it
from a thread for as long as a ``with`` block lasts, and shows the latest look in the cell's output.
The output is one display that is updated in place, so the saved notebook keeps the last look and
can be read where no kernel runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import perf_counter
from typing import Any

from autograder.messages import text
from course import timeline
from course.live.looking import Processes, Row, as_table, find, see
from course.live.states import State
from course.table import Table
from course.timeline.tape import Kind

OVER = frozenset({"zombie", "gone"})


class Watch:
    """What was seen of some processes, look by look.

    Args:
        processes: Pids or things that have one, or a mapping of names to them.
        clock: Tells the time in seconds.
        see: Tells what there is to see of one process.
    """

    def __init__(
        self,
        processes: Processes,
        *,
        clock: Callable[[], float] = perf_counter,
        see: Callable[[str, Any], Row] = see,
    ) -> None:
        """Look at nothing yet."""
        self._processes = find(processes)
        self._clock = clock
        self._see = see
        self._start = clock()
        self.looks: list[tuple[float, tuple[Row, ...]]] = []

    def look(self) -> None:
        """Add what there is to see now."""
        rows = tuple(self._see(name, process) for name, process in self._processes.items())
        self.looks.append((self._clock() - self._start, rows))

    @property
    def rows(self) -> tuple[Row, ...]:
        """What the latest look saw."""
        return self.looks[-1][1] if self.looks else ()

    @property
    def over(self) -> bool:
        """Whether every process had ended at the latest look."""
        return bool(self.looks) and all(row.state in OVER for row in self.rows)

    @property
    def states(self) -> dict[str, list[str]]:
        """The states each process was seen in, one after another, without repetitions."""
        seen: dict[str, list[str]] = {}
        for _, rows in self.looks:
            for row in rows:
                states = seen.setdefault(row.name, [])
                if not states or states[-1] != row.state:
                    states.append(row.state)
        return seen

    @property
    def tape(self) -> timeline.Tape:
        """The states as spans, for :func:`course.timeline.show_timeline`; being gone is a mark.

        A state lasts from the look that saw it first to the one that saw another first; when in
        between it changed, nobody saw.
        """
        events: list[timeline.Event] = []
        current: dict[str, State] = {}
        for time, rows in self.looks:
            for row in rows:
                before = current.get(row.name)
                if before != row.state:
                    if before is not None:
                        events.append(_event(row, time, before, "end"))
                    kind: Kind = "mark" if row.state == "gone" else "begin"
                    events.append(_event(row, time, row.state, kind))
                    current[row.name] = row.state
        events += [
            _event(row, self.looks[-1][0], row.state, "end")
            for row in self.rows
            if row.state != "gone"
        ]
        return timeline.Tape(events)

    def table(self) -> Table:
        """The latest look as a table."""
        return as_table(self.rows, text("live.watch.caption", looks=len(self.looks)))


@contextmanager
def watch(processes: Processes, *, every: float = 0.05) -> Iterator[Watch]:
    """Watch `processes` as long as the block lasts, in a table that is kept up to date.

    The thread that looks ends when all processes have ended, and with the block at the latest, also
    when the block ends by an error or by interrupting the cell. States that come and go between two
    looks are missed.

    Args:
        processes: Started processes or pids, or a mapping of names to them.
        every: Seconds between two looks.
    """
    show = _display()
    model = Watch(processes)
    done = Event()

    def keep_looking() -> None:
        while not done.wait(every) and not model.over:
            model.look()
            show(model.table())

    model.look()
    show(model.table())
    thread = Thread(target=keep_looking, name="course.live.watch", daemon=True)
    thread.start()
    try:
        yield model
    finally:
        done.set()
        thread.join()
        model.look()
        show(model.table())


def _display() -> Callable[[Table], None]:
    """Shows a table in the cell that runs now, each time in place of the last; else nowhere."""
    from IPython.core.getipython import get_ipython  # noqa: PLC0415 - heavy, and only for a notebook
    from IPython.display import display  # noqa: PLC0415 - as above

    if get_ipython() is None:
        return lambda _: None
    update: Callable[[Table], None] = display(display_id=True).update
    return update


def _event(row: Row, time: float, state: State, kind: Kind) -> timeline.Event:
    return timeline.Event(time, row.pid, row.name, text(f"live.states.{state}"), kind)
