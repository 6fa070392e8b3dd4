"""What must hold, said beside the program and judged on its world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.explorer.families import disk

if TYPE_CHECKING:
    from autograder.explorer.machine import Machine


class View:
    """What a condition may look at.

    Args:
        machine: The execution looked at.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def value(self, name: str) -> Any:
        """The state of the shared thing that the main module calls `name`.

        That is what a Value holds, how often a Semaphore could be taken, whether an Event is set,
        whether a Lock is held, how many messages are in a Queue.

        Raises:
            KeyError: if the main module has no shared thing of that name yet.
        """
        thing = self._machine.world.primitives[shared_name(self._machine, name)]
        match thing.family:
            case "lock" | "rlock":
                return thing.owner is not None
            case "event":
                return thing.value[0]
            case "channel":
                return len(thing.value[0])
        return thing.value

    def array(self, name: str) -> list[Any]:
        """The entries of the shared array that the main module calls `name`."""
        array = self._machine.processes[0].main.__dict__[name]
        things = self._machine.world.primitives
        return [things[f"{array._shared_name}[{index}]"].value for index in range(len(array))]  # noqa: SLF001

    def file(self, path: str) -> bytes | None:
        """What is in a file; None if there is none."""
        things = self._machine.world.primitives
        leads = things["disk"].value.get(disk.normal(path)) if "disk" in things else None
        if leads in (None, disk.FOLDER):
            return None
        content: bytes = things[leads].value
        return content

    def output(self, process: str | None = None) -> str:
        """What was printed: by one process, by its name, or by all in the order of their steps."""
        lines = [
            (step, order, text)
            for order, each in enumerate(self._machine.processes)
            if process in (None, each.name)
            for stream, text, step in each.output
            if stream == "stdout"
        ]
        lines.sort(key=lambda entry: entry[0])
        return "".join(text for _, _, text in lines)

    @property
    def exit_codes(self) -> dict[str, int | None]:
        """The exit code of each process by name."""
        return {each.name: each.code for each in self._machine.processes}


def shared_name(machine: Machine, name: str) -> str:
    """The name in the world of what the main module calls `name`."""
    found: str = machine.processes[0].main.__dict__[name]._shared_name  # noqa: SLF001
    return found


@dataclass(frozen=True)
class Always:
    """A rule that must hold after every operation.

    Args:
        name: What it says, for the learner.
        holds: Whether it does.
        watches: The names, in the main module, of all shared things that it looks at.

    Example::

        Always("never below zero", lambda view: view.value("tickets") >= 0, ("tickets",))
    """

    name: str
    holds: Callable[[View], bool]
    watches: tuple[str, ...]


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
