"""Who waits by asking the same thing over and over.

A loop such as ``while not flag.value: pass`` never blocks. Each round leaves everything as it was:
the task stands at the same place with the same variables, and the shared things that it used are as
they were. Such a round can be repeated or left out without anybody noticing. So a task that has gone
through the same round twice is not asked to move again until one of those things has changed.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.explorer.operations import Op, Primitive

if TYPE_CHECKING:
    from autograder.explorer.actors import Task
    from autograder.explorer.world import World

PATIENCE = 6
"""How many operations a task may do before anybody asks whether it only waits."""
SUSPICIOUS = 2
"""How often a task may ask for the same operation before it is looked at more closely."""
_DEPTH = 4
_LARGEST = 64
_PLAIN = (int, float, str, bytes, bool, type(None), complex)
_IMMOVABLE = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type, property)


@dataclass(frozen=True, slots=True)
class Watch:
    """What a waiting task asks about, and how that was."""

    states: dict[str, Any]

    def unchanged(self, world: World) -> bool:
        """Whether everything still is as it was."""
        things = world.primitives
        return all(_state(things.get(name)) == state for name, state in self.states.items())


@dataclass(slots=True)
class _Sighting:
    """A task was seen at a place: how many operations it had done, and what it used in a round."""

    at: int
    round: frozenset[str] = frozenset()
    states: dict[str, Any] | None = None


class _Unknown:
    """Something that may change unseen; equal to nothing."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return False


def look(task: Task, op: Op, world: World) -> Watch | None:
    """What to watch before `task`, about to do `op`, need move again; None if it does not wait."""
    place = (op, *_place(task))
    try:
        sighting = task.seen.get(place)
    except TypeError:
        return None  # something unknown is among its variables
    if sighting is None:
        task.seen[place] = _Sighting(len(task.used))
        return None
    used = frozenset(task.used[sighting.at :])
    states = {name: _state(world.primitives.get(name)) for name in used}
    watch = Watch(states) if sighting.round == used and sighting.states == states else None
    task.seen[place] = _Sighting(len(task.used), used, states)
    return watch


def _state(thing: Primitive | None) -> Any:
    """What others can tell of a shared thing, to be compared."""
    if thing is None:
        return None
    depth = 0 if thing.family in ("semaphore", "bounded", "channel") else thing.depth
    return (repr(thing.value), thing.owner, depth)


def _place(task: Task) -> tuple[Any, ...]:
    """Where the task's own code stands, with what values."""
    frame = task.greenlet.gr_frame
    found: list[Any] = []
    files = task.process.machine.files_of_program
    while frame is not None:
        if frame.f_code.co_filename in files:
            values = tuple([(name, _value(each, _DEPTH)) for name, each in frame.f_locals.items()])
            found.append((frame.f_code, frame.f_lasti, values))
            if frame.f_code.co_name != "<module>":
                main = frame.f_globals
                found.append(
                    tuple([(name, _value(each, _DEPTH)) for name, each in main.items()
                           if name[:2] != "__"])
                )  # fmt: skip
        frame = frame.f_back
    return tuple(found)


def _value(value: Any, depth: int) -> Any:
    """A value as something that compares and hashes by all that could change about it."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, _IMMOVABLE):
        return id(value)
    shared = getattr(value, "_shared_name", None)
    if isinstance(shared, str):
        return ("shared", shared)
    if depth == 0:
        return _Unknown()
    if isinstance(value, (list, tuple, set, frozenset)) and len(value) <= _LARGEST:
        return (type(value).__name__, tuple([_value(each, depth - 1) for each in value]))
    if isinstance(value, dict) and len(value) <= _LARGEST:
        return tuple([(repr(key), _value(each, depth - 1)) for key, each in value.items()])
    if isinstance(value, types.MethodType):
        return (id(value.__func__), _value(value.__self__, depth - 1))
    state = getattr(value, "__dict__", None)
    if isinstance(state, dict) and type(value).__flags__ & (1 << 9):  # a class of Python code
        return (id(value), _value(state, depth - 1))
    return _Unknown()
