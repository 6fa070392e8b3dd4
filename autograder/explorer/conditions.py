"""What must hold, said beside the program and judged on its world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count, takewhile
from typing import TYPE_CHECKING, Any

from autograder.explorer.families import disk
from autograder.explorer.sights import Opaque

if TYPE_CHECKING:
    from autograder.explorer.sights import Visible


class NotThereError(KeyError):
    """The main module has no such thing, or not yet."""


class View:
    """What a condition may look at.

    Args:
        execution: The one looked at.
        on_the_way: Whether it is looked at before its end.
    """

    def __init__(self, execution: Visible, *, on_the_way: bool = False) -> None:
        self._execution = execution
        self._on_the_way = on_the_way
        self.read: set[str] = set()
        """The names in the world of all shared things that were looked at."""
        self.untold = ""
        """One of them of which it could not be told what it holds."""

    def _of_main(self, name: str) -> str:
        """The name in the world of what the main module calls `name`."""
        try:
            shared = self._execution.named(name)
        except LookupError:
            raise NotThereError(name) from None
        if shared is None:
            raise TypeError(f"{name!r} is nothing shared")
        return shared

    def value(self, name: str) -> Any:
        """The state of the shared thing that the main module calls `name`.

        That is what a Value holds, how often a Semaphore could be taken, whether an Event is set,
        whether a Lock is held, how many messages are in a Queue.

        Raises:
            NotThereError: if the main module has no shared thing of that name yet.
            TypeError: if that is nothing shared.
        """
        shared = self._of_main(name)
        self.read.add(shared)
        thing = self._execution.world.primitives[shared]
        match thing.family:
            case "lock" | "rlock":
                return thing.owner is not None
            case "event":
                return thing.value[0]
            case "channel":
                return len(thing.value[0])
        return self._told(shared, thing.value)

    def array(self, name: str) -> list[Any]:
        """The entries of the shared array that the main module calls `name`."""
        shared = self._of_main(name)
        things = self._execution.world.primitives
        cells = list(takewhile(things.__contains__, (f"{shared}[{index}]" for index in count())))
        if not cells and shared in things:
            raise TypeError(f"{name!r} is no array")
        self.read.update(cells)
        return [self._told(cell, things[cell].value) for cell in cells]

    def _told(self, name: str, value: Any) -> Any:
        if isinstance(value, Opaque):
            self.untold = name
        return value

    def file(self, path: str) -> bytes | None:
        """What is in a file; None if there is none."""
        self.read.add("disk")
        things = self._execution.world.primitives
        if "disk" not in things:  # nobody has looked at it yet
            found = self._execution.laid.get(disk.normal(path))
            return found if isinstance(found, bytes) else None
        leads = things["disk"].value.get(disk.normal(path))
        if leads in (None, disk.FOLDER):
            return None
        self.read.add(leads)
        content: bytes = things[leads].value
        return content

    def output(self, process: str | None = None) -> str:
        """What was printed: by one process, by its name, or by all in the order of their steps.

        Raises:
            TypeError: before the end; in which order processes print is nothing that is tried.
        """
        if self._on_the_way:
            raise TypeError("what was printed can be judged at the end only")
        lines = [
            (step, text)
            for name, stream, text, step in self._execution.printed()
            if process in (None, name) and stream == "stdout"
        ]
        lines.sort(key=lambda entry: entry[0])
        return "".join(text for _, text in lines)


@dataclass(frozen=True)
class Always:
    """A rule that must hold after every operation.

    Args:
        name: What it says, for the learner.
        holds: Whether it does. Not asked before the main module has all that it looks at.

    Example::

        Always("never below zero", lambda view: view.value("tickets") >= 0)
    """

    name: str
    holds: Callable[[View], bool]


@dataclass(frozen=True)
class AtEnd:
    """A rule that must hold when all processes have ended.

    Args:
        name: What it says, for the learner.
        holds: Whether it does.
    """

    name: str
    holds: Callable[[View], bool]


@dataclass(frozen=True)
class AtOnce:
    """How many processes are at work, that is asleep, at once.

    Args:
        least: So many in some interleaving: who locks everything away reaches fewer.
        most: Never more than so many; 0 for any number.
    """

    least: int = 0
    most: int = 0


Condition = Always | AtEnd | AtOnce
