"""Who waits by asking the same thing over and over.

A loop such as ``while not flag.value: pass`` never blocks. Each round leaves everything as it was:
the task stands at the same place with the same variables, its loops have got as far, its clock shows
the same if it looks at it, and the shared things that it used are as they were. Such a round can be
repeated or left out without anybody noticing. So a task that has gone through the same round twice is
not asked to move again until one of those things has changed.

Once nobody else can move, one who only waits is let go on for one round more, to see whether that is
true. Who then does something else counts in a way that nobody can see from here; that is learned, and
the exploration begins anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.explorer.actors import Task
from autograder.explorer.doing import AGAIN, Halt, learner_frame
from autograder.explorer.insides import Insides
from autograder.explorer.loops import turns
from autograder.explorer.operations import Actor, Op, Primitive

if TYPE_CHECKING:
    from autograder.explorer.world import World

PATIENCE = 6
"""How many operations a task may do before anybody asks whether it only waits."""
SUSPICIOUS = 2
"""How often a task may ask for the same operation before it is looked at more closely."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What a waiting task asks about, and how that was.

    Args:
        states: Of each shared thing that it uses in a round, by name.
        where: The fact that it does not wait there, should that turn out.
    """

    states: dict[str, Any]
    where: str

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


class Waiting:
    """Who of an execution only waits, as far as is known.

    Args:
        world: What they ask about.
        learned: Facts that the exploration has learned.
    """

    __slots__ = ("_alone", "_calm", "_learned", "_world", "forced", "parked")

    def __init__(self, world: World, learned: set[str]) -> None:
        self._world = world
        self._learned = learned
        self.parked: dict[Actor, Watch] = {}
        """Who need not move until something has changed."""
        self.forced: set[Actor] = set()
        """Who was let go on although nothing had."""
        self._alone: tuple[Actor, Watch] | None = None
        """Who was the last of them, as long as nobody else has moved."""
        self._calm: set[Actor] = set()
        """Who came to wait again after that."""

    def of(self, able: list[Actor]) -> list[Actor]:
        """Those of `able` who are to move."""
        asleep = [a for a in able if a in self.parked and self.parked[a].unchanged(self._world)]
        awake = [actor for actor in able if actor not in asleep]
        if awake or not asleep:
            return awake
        return [actor for actor in asleep if actor not in self._calm][:1]

    def moves(self, actor: Actor) -> None:
        """Remember who had to be let go on although nothing it asks about has changed."""
        watch = self.parked.pop(actor, None)
        if watch is not None and watch.unchanged(self._world):
            self.forced.add(actor)
            self._alone = (actor, watch)
            return
        if self._alone is not None and self._alone[0] != actor:
            self._alone = None
        if actor not in self.forced:
            self.forced.clear()
            self._calm.clear()

    def gone(self, actor: Actor) -> None:
        """Forget one that has ended."""
        self.parked.pop(actor, None)

    def suspect(self, task: Task, op: Op) -> None:
        """Find out whether `task`, about to do `op` again, waits by asking the same over and over.

        Raises:
            Halt: if it had been taken to wait, and does not.
        """
        if self._alone is not None and self._alone[0] == task.actor:
            believed = self._alone[1]
            if op.object not in believed.states:
                self._learned.add(believed.where)
                raise Halt(AGAIN)
        what = op[:2]
        count = task.seen[what] = task.seen.get(what, 0) + 1
        if count > SUSPICIOUS:
            watch = self._look(task, op)
            if watch is not None:
                self.parked[task.actor] = watch
                if task.actor in self.forced:
                    self._calm.add(task.actor)

    def _look(self, task: Task, op: Op) -> Watch | None:
        """What to watch before `task`, about to do `op`, need move again; None if it does not wait."""
        insides = Insides()
        try:
            place = (op, *_place(task, insides))
            sighting = task.seen.get(place)
        except TypeError:
            return None  # what it does it with does not compare
        if insides.unknown:
            return None
        used_until = len(task.used)
        if sighting is None:
            task.seen[place] = _Sighting(used_until)
            return None
        used = frozenset(task.used[sighting.at :])
        states = {name: _state(self._world.primitives.get(name)) for name in used}
        same = sighting.round == used and sighting.states == states
        task.seen[place] = _Sighting(used_until, used, states)
        where = _where(task)
        return Watch(states, where) if same and where not in self._learned else None


def _state(thing: Primitive | None) -> Any:
    """What others can tell of a shared thing, to be compared."""
    if thing is None:
        return None
    depth = 0 if thing.family in ("semaphore", "bounded", "channel") else thing.depth
    return (repr(thing.value), thing.owner, depth)


def _where(task: Task) -> str:
    """The fact that who asks at this line of the program does more than that."""
    frame = learner_frame(task.greenlet.gr_frame, task)
    return f"counts at {frame.f_code.co_filename}:{frame.f_lineno}" if frame else "counts"


def _place(task: Task, insides: Insides) -> tuple[Any, ...]:
    """Where the task's own code stands, with what values, how far its loops are, and how late it is."""
    process = task.process
    late = process.clock if process.extras.get("looked") else 0
    found: list[Any] = [turns(task.loops), process.draws, late]
    frame = task.greenlet.gr_frame
    files = process.machine.files_of_program
    modules: dict[int, dict[str, Any]] = {}
    while frame is not None:
        if frame.f_code.co_filename in files:
            if frame.f_code.co_name != "<module>":
                values = [(name, insides.of(each)) for name, each in frame.f_locals.items()]
                found += values
            found += [frame.f_code, frame.f_lasti]
            modules[id(frame.f_globals)] = frame.f_globals
        frame = frame.f_back
    for module in modules.values():
        found += [
            (name, insides.of(each))
            for name, each in module.items()
            if not name[:2] == name[-2:] == "__"
        ]
    return tuple(found)
