"""Which steps of a story matter to its end, and which are folded away.

What matters is what processes do to each other: operations on things that two or more of them use, and
that at least one of them changes. With them stay what was printed, what those who wait have taken, and
the last step of whoever fails. Starts, ends, sleeps and private steps are folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from autograder.explorer.causes import held, raced
from autograder.explorer.families import KINDS
from autograder.explorer.families.cell import LOOKING
from autograder.explorer.machine import Step
from autograder.explorer.reports import Story
from autograder.explorer.wording import label, listed, order, phrase, process_at, process_of
from autograder.messages import text

MOST = 24
"""Steps that are shown at most; of more, those nearest to the end."""
_ROUTINE = frozenset("process.start process.exit process.join process.look process.signal".split())
_BOOKKEEPING = ("-size", "-unfinished")
_VAGUE = frozenset({"prepared", "private", "other"})
_LOCKS = frozenset(
    "lock.acquire lock.try lock.release rlock.acquire rlock.try rlock.release".split()
)
_UNSEEN = ("server.", "event.awake", "condition.counted", "channel.taken")
_PUTS = frozenset({"tasks.add", "semaphore.acquire", "semaphore.try"})


@dataclass(frozen=True, slots=True)
class Row:
    """Steps that a process took one after the other in one line, and are shown together.

    Args:
        number: The number of the first of them in the schedule, from 1.
        steps: The steps.
    """

    number: int
    steps: tuple[Step, ...]

    @property
    def step(self) -> Step:
        """The first of them."""
        return self.steps[0]


@dataclass(frozen=True, slots=True)
class Fold:
    """Steps in a row that are not shown."""

    rows: tuple[Row, ...]


def folded(story: Story) -> list[Row | Fold]:
    """The rows of a story, those that do not matter folded.

    Example::

        [Fold(...), Row(3, ...), Row(4, ...)]
    """
    kept = _kept(story)
    rows = [Row(number, (step,)) for number, step in enumerate(story.steps, 1)]
    found: list[Row | Fold] = []
    for keep, group in groupby(rows, lambda row: row.number in kept):
        found += _together(group) if keep else [Fold(tuple(group))]
    return found


def _together(rows: Iterable[Row]) -> list[Row]:
    """Rows, those of one process and line joined."""
    found: list[Row] = []
    for (_, _, line), group in groupby(
        rows, lambda row: (row.step.actor, row.step.filename, row.step.line)
    ):
        joined = list(group)
        if line:
            found.append(Row(joined[0].number, tuple(row.step for row in joined)))
        else:
            found += joined
    return found


def said(story: Story, row: Row) -> list[tuple[str, bool]]:
    """What a row's steps did, in words, and what was printed after them, which is marked True.

    Example::

        said(story, row)  # [('gets 1 from q', False), ('ate 1', True)]
    """
    told: list[tuple[str, bool]] = []
    for step in row.steps:
        silent = _is_bookkeeping(step) or (step.op.kind == "local.print" and printed(step))
        if not silent or not (printed(step) or len(row.steps) > 1):
            told.append((phrase(story, step), False))
        told += [(line, True) for line in printed(step)]
    counted = [(each, is_print, len(list(group))) for (each, is_print), group in groupby(told)]
    return [
        (each if count == 1 else f"{each} ×{count}", is_print) for each, is_print, count in counted
    ]


def columns(story: Story, rows: Sequence[Row | Fold]) -> list[str]:
    """The processes that need a column, by their names as shared things, in the family's order."""
    homes = {story.homes.get(row.step.actor, "") for row in rows if isinstance(row, Row)}
    homes |= {
        story.homes.get(wait.actor, "") for wait in story.waits if wait.op.kind != "process.join"
    }
    if story.failed is not None:
        homes.add(story.homes.get(story.failed, ""))
    return sorted(homes, key=order)


def last_lines(rows: Sequence[Row | Fold]) -> dict[int, tuple[str, int]]:
    """The file and line that were shown last of each actor."""
    return {
        row.step.actor: (row.step.filename, row.step.line) for row in rows if isinstance(row, Row)
    }


def summary(story: Story, fold: Fold) -> str:
    """How many steps are folded, and a word of what they are.

    Example::

        summary(story, fold)  # '… 2 steps: MainProcess starts Process-1 and Process-2 …'
    """
    words: list[str] = []
    started: dict[str, list[str]] = {}
    gone = []
    for row in fold.rows:
        step = row.step
        if step.op.kind == "process.start":
            name = process_of(story, step.actor)
            started.setdefault(name, []).append(process_at(story, step.op.object))
        elif step.op.kind == "process.exit":
            gone.append(process_at(story, step.op.object))
    for name, children in started.items():
        words.append(text("explorer.fold.started", process=name, others=listed(children)))
    if gone:
        key = "explorer.fold.ended-one" if len(gone) == 1 else "explorer.fold.ended"
        words.append(text(key, processes=listed(gone)))
    rest = [each for each in dict.fromkeys(_category(story, row) for row in fold.rows) if each]
    telling = [each for each in rest if each not in _VAGUE]
    words += [text(f"explorer.fold.{each}") for each in telling or (rest[:1] if not words else [])]
    count = len(fold.rows)
    what = text("explorer.list.comma").join(words)
    return text("explorer.fold.one" if count == 1 else "explorer.fold.many", count=count, what=what)


def printed(step: Step) -> list[str]:
    """The lines that a process printed after a step; of its errors, not the tracebacks."""
    told = "".join(
        each
        for stream, each in step.written
        if stream == "stdout" or "Traceback (most recent call last)" not in each
    )
    return told.splitlines()


def _category(story: Story, row: Row) -> str:
    kind = row.step.op.kind
    if kind in ("process.start", "process.exit"):
        return ""
    if kind.startswith("process."):
        return "joined"
    if kind == "local.sleep":
        return "slept"
    if row.number in _repeated(story):
        return "again"
    if kind in _LOCKS:
        return "locks"
    if row.number <= _before_any_start(story):
        return "prepared"
    users = _users(story)
    name = _thing(row.step)
    return "private" if len(users.get(name, ())) < 2 else "other"


# --- What matters -------------------------------------------------------------------------------------


def _kept(story: Story) -> frozenset[int]:
    """The numbers of the steps that are shown."""
    musts = _musts(story)
    wanted = _conflicts(story) - _repeated(story) - _needless_locks(story)
    room = max(MOST - len(musts), 0)
    if len(wanted) > room:
        near = _touched_at_the_end(story)
        wanted = {n for n in wanted if _thing(story.steps[n - 1]) in near} or wanted
        wanted = set(sorted(wanted)[-room:]) if room else set()
    return frozenset(musts | wanted)


def _musts(story: Story) -> set[int]:
    """What is shown whatever else there is."""
    found = set()
    taken = {
        (wait.actor, name, line)
        for wait in story.waits
        for actor in (wait.actor, *wait.holders)
        for name, line in held(story, actor).items()
    }
    lines = {(name, line) for _, name, line in taken}
    waited = {wait.op.object for wait in story.waits if wait.op.kind != "process.join"}
    for number, step in enumerate(story.steps, 1):
        kind, name = step.op.kind, step.op.object
        takes = kind.endswith((".acquire", ".try")) and (name, step.line) in lines
        odd_end = kind == "process.die" or (kind == "process.exit" and bool(step.op.argument))
        lost = kind == "channel.flush" and not step.op.argument
        if takes or lost or printed(step) or (odd_end and story.failed is None):
            found.add(number)
        elif name in waited and KINDS[kind].changes and number > _before_any_start(story):
            found.add(number)
    found -= _repeated(story)
    for wait in story.waits:
        if wait.spins:
            asked = [
                n for n, s in enumerate(story.steps, 1) if (s.actor, s.op) == (wait.actor, wait.op)
            ]
            found |= set(asked[-1:])
    if story.failed is not None:
        mine = [n for n, step in enumerate(story.steps, 1) if step.actor == story.failed]
        found |= set(mine[-1:]) - _numbers(story, _ROUTINE)
    return set(sorted(found)[-MOST:])


def _numbers(story: Story, kinds: frozenset[str]) -> set[int]:
    return {number for number, step in enumerate(story.steps, 1) if step.op.kind in kinds}


def _conflicts(story: Story) -> set[int]:
    """The steps on things that two or more processes use and at least one changes."""
    users = _users(story)
    changed = {
        _thing(step)
        for number, step in enumerate(story.steps, 1)
        if _changes(step) and number > _before_any_start(story)
    }
    alike = _same_label_elsewhere(story)
    found = set()
    for number, step in enumerate(story.steps, 1):
        name = _thing(step)
        if not name or number <= _before_any_start(story) or _is_bookkeeping(step):
            continue
        shared = len(users[name]) > 1 and name in changed
        if shared or name in alike:
            found.add(number)
    return found


def _needless_locks(story: Story) -> set[int]:
    """Steps on locks that have nothing to do with the values that a race was about."""
    racing = raced(story)
    if not racing or story.waits:
        return set()
    alike = _same_label_elsewhere(story)
    locks = [(n, s) for n, s in enumerate(story.steps, 1) if s.op.kind in _LOCKS]
    needed = set(alike)
    taken: dict[int, set[str]] = {}
    for step in story.steps:
        mine = taken.setdefault(step.actor, set())
        if step.op.kind in _LOCKS:
            if step.op.kind.endswith(".release"):
                mine.discard(step.op.object)
            elif step.answer:
                mine.add(step.op.object)
        elif step.op.object in racing:
            needed |= mine
    return {number for number, step in locks if step.op.object not in needed}


def _is_bookkeeping(step: Step) -> bool:
    """Whether a step only keeps a queue's books; a put is the program's own step for all that."""
    name, kind = step.op.object, step.op.kind
    return kind.startswith(_UNSEEN) or (name.endswith(_BOOKKEEPING[0]) and kind not in _PUTS)


def _users(story: Story) -> dict[str, set[str]]:
    """The processes that use each thing, from the first start on."""
    found: dict[str, set[str]] = {}
    for number, step in enumerate(story.steps, 1):
        name = _thing(step)
        if name:
            users = found.setdefault(name, set())
            if number > _before_any_start(story):
                users.add(story.homes.get(step.actor, ""))
    return found


def _thing(step: Step) -> str:
    """What a step uses, a queue and its books being one; empty if it is nobody else's business."""
    kind, name = step.op.kind, step.op.object
    if kind in _ROUTINE or kind.startswith(("local.", "feeder.", "any.")):
        return ""
    if kind.startswith("disk."):
        return str(step.op.argument)
    for ending in _BOOKKEEPING:
        name = name.removesuffix(ending)
    return name


def _changes(step: Step) -> bool:
    if step.op.kind == "cell.call":
        return step.op.argument[0] not in LOOKING
    return KINDS[step.op.kind].changes


def _before_any_start(story: Story) -> int:
    """How many steps the main process took before it started anybody."""
    for number, step in enumerate(story.steps):
        if step.op.kind == "process.start":
            return number
    return 0


def _same_label_elsewhere(story: Story) -> set[str]:
    """Locks that processes have one each of and call the same."""
    return {
        step.op.object
        for step in story.steps
        if step.op.kind.startswith(("lock.", "rlock."))
        and label(story, step.op.object) != story.labels.get(step.op.object, "")
        and step.op.object in story.labels
    }


def _repeated(story: Story) -> set[int]:
    """Steps that do again what the same process has done at the same place just before."""
    found: set[int] = set()
    recent: dict[int, list[tuple[object, ...]]] = {}
    for number, step in enumerate(story.steps, 1):
        gist = (step.op.kind, step.op.object, step.line, repr(step.answer))
        mine = recent.setdefault(step.actor, [])
        if gist in mine and not printed(step) and not _changes(step):
            found.add(number)
        mine[:] = [*mine[-3:], gist]
    return found | _rounds(story)


def _rounds(story: Story) -> set[int]:
    """Of what those do who go round in circles: all but the first time and the last."""
    found: set[int] = set()
    for actor in {wait.actor for wait in story.waits if wait.spins}:
        times: dict[tuple[object, ...], list[int]] = {}
        for number, step in enumerate(story.steps, 1):
            if step.actor == actor:
                gist = (step.op.kind, step.op.object, step.line, repr(step.answer))
                times.setdefault(gist, []).append(number)
        for numbers in times.values():
            found |= set(numbers[1:-1])
    return found


def _touched_at_the_end(story: Story) -> set[str]:
    """The things that those whose failure or waiting ends the story have used."""
    actors = {story.failed} if story.failed is not None else {wait.actor for wait in story.waits}
    near = {_thing(step) for step in story.steps if step.actor in actors}
    last = [step for step in story.steps if step.actor in actors][-6:]
    if story.failed is not None:
        near = {_thing(step) for step in last}
    return near - {""}
