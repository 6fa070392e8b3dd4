"""Which steps of a story matter to how it ends.

What matters is what processes do to each other: operations on things that two or more of them use, and
that at least one of them changes. With them stay what was printed, what those who wait have taken, and
the last step of whoever fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from autograder.explorer.causes import AFTER_OTHERS, held
from autograder.explorer.families import KINDS
from autograder.explorer.families.cell import LOOKING
from autograder.explorer.labels import label
from autograder.explorer.operations import Error
from autograder.explorer.races import raced
from autograder.explorer.reports import Step, Story

MOST = 24
"""Steps that are shown at most; of more, those nearest to the end."""
LOCKS = frozenset(
    "lock.acquire lock.try lock.release rlock.acquire rlock.try rlock.release".split()
)
_ROUTINE = frozenset("process.start process.exit process.join process.look process.signal".split())
_BOOKKEEPING = ("-size", "-unfinished")
_UNSEEN = (
    "server.", "local.put", "event.awake", "condition.counted", "channel.taken",
    "pool.ready", "pool.finish", "pool.receive", "pool.stop", "pool.see-off", "pool.hire", "pool.leave",
)  # fmt: skip
_PUTS = frozenset({"tasks.add", "semaphore.acquire", "semaphore.try"})
_JOINS = frozenset({"tasks.wait", "store.join"})
"""Joins of a queue: one that goes through is a mistake as often as one that waits for ever."""
_ENDS = 6
"""How many of them are shown: so many of the first, and of the last."""
_NEAR = 6
"""Steps of whoever fails, the last ones, whose things are near the end."""


def printed(step: Step) -> list[str]:
    """The lines that a process printed around a step; of its errors, not the tracebacks."""
    return [*printed_before(step), *_lines(step.written)]


def printed_before(step: Step) -> list[str]:
    """Those that it had printed before its first step, if this is it."""
    return _lines(step.before)


def _lines(written: Sequence[tuple[str, str]]) -> list[str]:
    told = "".join(
        each
        for stream, each in written
        if stream == "stdout" or "Traceback (most recent call last)" not in each
    )
    return told.splitlines()


def is_bookkeeping(step: Step) -> bool:
    """Whether a step is no doing of the program's; a put is, although it only counts."""
    name, kind = step.op.object, step.op.kind
    if kind == "pool.take" and step.answer is None:
        return True
    return kind.startswith(_UNSEEN) or (name.endswith(_BOOKKEEPING[0]) and kind not in _PUTS)


def thing(step: Step) -> str:
    """What a step uses, a queue and its books being one; empty if it is nobody else's business."""
    kind, name = step.op.kind, step.op.object
    if kind in _ROUTINE or kind.startswith(("local.", "feeder.", "any.")):
        return ""
    if kind == "disk.move":
        return str(step.op.argument[1])  # what matters is whose place the file takes
    if kind.startswith("disk."):
        return str(step.op.argument)
    for ending in _BOOKKEEPING:
        name = name.removesuffix(ending)
    return name


def _changes(step: Step) -> bool:
    if step.op.kind == "cell.call":
        return step.op.argument[0] not in LOOKING
    return KINDS[step.op.kind].changes


class Weighing:
    """A story's steps, weighed once. Steps are named by their numbers in the schedule, from 1.

    Args:
        story: What is told.
    """

    def __init__(self, story: Story) -> None:
        self._story = story
        self._steps = list(enumerate(story.steps, 1))

    @cached_property
    def kept(self) -> frozenset[int]:
        """The steps that are shown."""
        musts = self._musts
        wanted = self._conflicts - self.repeated - self._needless_locks
        room = max(MOST - len(musts), 0)
        if len(wanted) > room:
            near = self._near_the_end
            wanted = {n for n in wanted if thing(self._story.steps[n - 1]) in near} or wanted
            wanted = set(sorted(wanted)[-room:]) if room else set()
        shown = musts | wanted
        for (_, last), (number, step) in pairwise(self._steps):
            same_place = (last.actor, last.line) == (step.actor, step.line) and step.line
            if same_place and is_bookkeeping(step) and number - 1 in shown:
                shown.add(number)  # it goes with the step before, and takes no room
        return frozenset(shown | self._read_from(shown))

    def _read_from(self, shown: set[int]) -> set[int]:
        """What was read from the files that were opened at the steps shown."""
        found: set[int] = set()
        opened: set[int] = set()
        for number, step in self._steps:
            if step.op.kind == "disk.look" and number in shown:
                opened.add(step.actor)
            elif step.actor in opened:
                opened.discard(step.actor)
                if step.op.kind == "file.read" and step.op.argument[0] == 0:
                    found.add(number)
        return found

    @cached_property
    def before(self) -> int:
        """The last step that the main process took before it started anybody."""
        starts = (number for number, step in self._steps if step.op.kind == "process.start")
        return next(starts, 1) - 1

    @cached_property
    def _alone(self) -> bool:
        """Whether there is one process only, with its feeder threads."""
        return len(set(self._story.homes.values())) == 1

    @cached_property
    def users(self) -> dict[str, set[str]]:
        """The processes that use each thing, from the first start on."""
        found: dict[str, set[str]] = {}
        for number, step in self._steps:
            users = found.setdefault(thing(step), set())
            if number > self.before:
                users.add(self._story.homes.get(step.actor, ""))
        return found

    @cached_property
    def repeated(self) -> set[int]:
        """Looks that a process has taken at the same place, with the same answer, right before."""
        found: set[int] = set()
        recent: dict[int, list[tuple[object, ...]]] = {}
        for number, step in self._steps:
            mine = recent.setdefault(step.actor, [])
            silent = not printed(step) and not _changes(step) and not self._is_work(step)
            if _gist(step) in mine and silent:
                found.add(number)
            mine[:] = [*mine[-3:], _gist(step)]
        return found | self._rounds

    @cached_property
    def _rounds(self) -> set[int]:
        """Where somebody goes round, maybe for ever: all but the first and the last of equal steps."""
        if not self._story.given_up and not any(wait.spins for wait in self._story.waits):
            return set()
        times: dict[tuple[object, ...], list[int]] = {}
        for number, step in self._steps:
            times.setdefault((step.actor, *_gist(step)), []).append(number)
        return {number for numbers in times.values() for number in numbers[1:-1]}

    # --- What is shown whatever else there is ---------------------------------------------------

    @cached_property
    def _musts(self) -> set[int]:
        found = {number for number, step in self._steps if self._is_must(number, step)}
        found -= self.repeated
        for wait in self._story.waits:
            if wait.spins:
                asks = [n for n, s in self._steps if (s.actor, s.op) == (wait.actor, wait.op)]
                found |= set(asks[-1:])
        if self._story.failed is None and not self._story.waits:
            doings = [n for n, s in self._steps if thing(s) and not is_bookkeeping(s)]
            found |= set(doings[-1:])
        if self._story.failed is not None:
            mine = [(n, s) for n, s in self._steps if s.actor == self._story.failed and thing(s)]
            found |= {n for n, s in mine[-1:] if isinstance(s.answer, Error)}
            values = [n for n, s in mine if s.op.kind not in LOCKS and not is_bookkeeping(s)]
            found |= set(values[-1:])
        through = [number for number, step in self._steps if step.op.kind in _JOINS]
        joins = {*through[:_ENDS], *through[-_ENDS:]}
        return joins | set(sorted(found - joins)[len(joins) - MOST :])

    def _is_must(self, number: int, step: Step) -> bool:
        kind, name = step.op.kind, step.op.object
        if self._is_work(step):
            return True
        if kind == "process.die" or (kind == "process.exit" and step.op.argument):
            return self._story.failed is None
        if kind == "channel.flush" and not step.op.argument:
            return True  # it is lost
        if self._alone and (kind.startswith(("channel.", "local.put")) or name.endswith("-size")):
            return True  # what its feeder threads do, and when, is all there is
        if kind.endswith((".acquire", ".try")) and (name, step.line) in self._taken_at_the_end:
            return True
        if name in self._waited_for and KINDS[kind].changes and number > self.before:
            return True
        return bool(printed(step))

    def _is_work(self, step: Step) -> bool:
        return self._story.of_work and step.op.kind == "local.sleep"

    @cached_property
    def _taken_at_the_end(self) -> set[tuple[str, int]]:
        """What those who wait, and those they wait for, have taken, and in which lines."""
        return {
            (name, step.line)
            for wait in self._story.waits
            for actor in (wait.actor, *wait.holders)
            for name, step in held(self._story, actor).items()
        }

    @cached_property
    def _waited_for(self) -> set[str]:
        waits = self._story.waits
        return {wait.op.object for wait in waits if wait.op.kind not in AFTER_OTHERS}

    # --- What processes do to each other --------------------------------------------------------

    @cached_property
    def _conflicts(self) -> set[int]:
        """The steps on things that two or more processes use and at least one changes."""
        later = [(number, step) for number, step in self._steps if number > self.before]
        changed = {thing(step) for _, step in later if _changes(step)}
        return {
            number
            for number, step in later
            if (name := thing(step))
            and not is_bookkeeping(step)
            and (name in self._one_each or (name in changed and len(self.users[name]) > 1))
        }

    @cached_property
    def _one_each(self) -> set[str]:
        """Locks that processes have one each of and call the same."""
        labels = self._story.labels
        used = {step.op.object for _, step in self._steps if step.op.kind in LOCKS}
        return {
            each for each in used if each in labels and label(self._story, each) != labels[each]
        }

    @cached_property
    def _needless_locks(self) -> set[int]:
        """Steps on locks that have nothing to do with the values that a race was about."""
        racing = raced(self._story)
        if not racing or self._story.waits:
            return set()
        needed = set(self._one_each)
        taken: dict[int, set[str]] = {}
        for _, step in self._steps:
            mine = taken.setdefault(step.actor, set())
            if step.op.kind not in LOCKS:
                needed |= mine if step.op.object in racing else set()
            elif step.op.kind.endswith(".release"):
                mine.discard(step.op.object)
            elif step.answer:
                mine.add(step.op.object)
        return {
            number
            for number, step in self._steps
            if step.op.kind in LOCKS and step.op.object not in needed
        }

    @cached_property
    def _near_the_end(self) -> set[str]:
        """The things that those whose failure or waiting ends the story have used."""
        story = self._story
        if story.failed is not None:
            mine = [step for step in story.steps if step.actor == story.failed][-_NEAR:]
        else:
            actors = {wait.actor for wait in story.waits}
            mine = [step for step in story.steps if step.actor in actors]
        return {thing(step) for step in mine} - {""}


def _gist(step: Step) -> tuple[object, ...]:
    """What a step did, where, and what it answered."""
    return (step.op.kind, step.op.object, step.line, repr(step.answer))
