"""Races, found in the steps of a story: what one process did between two steps of another.

Two read the same before either wrote; somebody read a file that another had emptied and not yet filled;
what one had seen was true no longer when it went on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from autograder.explorer import wording
from autograder.explorer.calls import call_of
from autograder.explorer.families import KINDS
from autograder.explorer.labels import label, listed, process_of, spot
from autograder.explorer.reports import Step, Story
from autograder.explorer.showing import show
from autograder.explorer.wording import phrase
from autograder.messages import text

_LOOKS = frozenset(
    """
    event.is-set channel.poll lock.look rlock.look semaphore.look bounded.look tasks.look disk.look store.look
    process.look cell.read barrier.look job.look
    """.split()
)
"""What a program asks in order to act on the answer."""
_MOST = 400
"""Uses of one thing, the last ones, that are compared with each other."""
_RECENT = 3
"""Steps just before a failure, among which what it used is looked for."""


@dataclass(frozen=True, slots=True)
class _Use:
    """One reading or writing of a value."""

    place: int
    step: Step
    home: str
    writes: bool
    value: str


def _uses(story: Story) -> dict[str, list[_Use]]:
    """All readings and writings of each shared value, entry or attribute."""
    found: dict[str, list[_Use]] = {}
    for place, step in enumerate(story.steps):
        kind, name = step.op.kind, step.op.object
        home = story.homes.get(step.actor, "")
        argument = step.op.argument
        if kind in ("cell.read", "cell.write"):
            writes = kind == "cell.write"
            value = show(argument if writes else step.answer)
        elif kind == "cell.call" and (call := call_of(step.op, step.answer)).part:
            name, writes, value = name + call.part, call.writes, call.value
        elif kind == "file.read" and step.answer:
            writes, value = False, wording.content(step.answer)
        elif kind == "file.write":
            writes, value = True, wording.content(argument[1])
        else:
            continue
        found.setdefault(name, []).append(_Use(place, step, home, writes, value))
    return found


def lost_update(story: Story) -> list[str]:
    """Two who read the same and then both wrote, or one who wrote what another had read before."""
    best: tuple[int, list[str]] | None = None
    for uses in _uses(story).values():
        for late in _overtaken(uses[-_MOST:]):
            sentences = _told_update(story, uses, *late)
            if best is None or late[2].place >= best[0]:
                best = (late[2].place, sentences)
    return best[1] if best is not None else []


def raced(story: Story) -> frozenset[str]:
    """The names of the shared values, of which somebody's writing was lost or overtaken."""
    return frozenset(
        uses[0].step.op.object for uses in _uses(story).values() if any(_overtaken(uses[-_MOST:]))
    )


def _overtaken(uses: Sequence[_Use]) -> Iterator[tuple[_Use, _Use, _Use]]:
    """A reading, another's writing after it, and the reader's own writing after that."""
    for number, mine in enumerate(uses):
        if not mine.writes:
            continue
        own = [use for use in uses[:number] if use.home == mine.home]
        if not own or own[-1].writes:
            continue
        read = own[-1]
        between = [use for use in uses if read.place < use.place < mine.place and use.writes]
        theirs = [use for use in between if use.home != mine.home]
        if theirs:
            yield read, theirs[0], mine


def _told_update(
    story: Story, uses: Sequence[_Use], read: _Use, other: _Use, mine: _Use
) -> list[str]:
    thing = _part_of(story, read.step)
    first = min(use.place for use in uses if use.writes and use.place > read.place)
    writers = {use.home for use in uses if use.writes and use.place >= first}
    readers = {
        use.home: use
        for use in uses
        if not use.writes and use.place < first and use.value == read.value and use.home in writers
    }
    if other.home in readers and len(readers) > 1:
        names = [process_of(story, use.step.actor) for use in readers.values()]
        key = "both-read" if len(names) == 2 else "all-read"
        written = {use.value for use in uses if use.writes and use.place >= first}
        told = text(
            f"explorer.cause.{key}", processes=listed(names), object=thing, value=read.value
        )
        after = "same-write" if len(written) == 1 else "differing-writes"
        return [told, text(f"explorer.cause.{after}", value=mine.value)]
    return [
        text(
            "explorer.cause.overtaken",
            process=process_of(story, read.step.actor),
            object=thing,
            value=read.value,
            line=_spot(read.step),
            then=_spot(mine.step),
            other=process_of(story, other.step.actor),
            now=other.value,
            there=_spot(other.step),
        )
    ]


def reading(story: Story, step: Step) -> tuple[str, str]:
    """What a step reads, as the program calls it, and the value; empty if it reads no shared value."""
    if step.op.kind == "cell.read":
        return label(story, step.op.object), show(step.answer)
    if step.op.kind == "cell.call":
        call = call_of(step.op, step.answer)
        if call.part and not call.writes:
            return _part_of(story, step), call.value
    return "", ""


def _part_of(story: Story, step: Step) -> str:
    """What a step reads or writes: a thing, its entry, or its attribute."""
    called = label(story, step.op.object)
    if step.op.kind == "cell.call":
        called += call_of(step.op, step.answer).part
    return called


def empty_file(story: Story) -> list[str]:
    """Who read a file while another had emptied it and not yet filled it."""
    emptied: dict[str, Step] = {}
    found: list[str] = []
    for step in story.steps:
        name = step.op.object
        if step.op.kind == "file.cut" and not step.op.argument:
            emptied[name] = step
        elif step.op.kind == "file.write":
            emptied.pop(name, None)
        elif step.op.kind == "file.read" and step.answer == b"" and name in emptied:
            by = emptied[name]
            if story.homes.get(by.actor) != story.homes.get(step.actor):
                found = [
                    text(
                        "explorer.cause.empty-file",
                        process=process_of(story, step.actor),
                        object=label(story, name),
                        line=_spot(step),
                        other=process_of(story, by.actor),
                        there=_spot(by),
                    )
                ]
    return found


def stale(story: Story, last: Collection[int]) -> list[str]:
    """Who went on with what it had seen although another had changed it since."""
    steps = story.steps
    for place in range(len(steps) - 1, -1, -1):
        step = steps[place]
        if step.op.kind not in _LOOKS or step.actor not in last:
            continue
        following = next(
            (n for n in range(place + 1, len(steps)) if steps[n].actor == step.actor), len(steps)
        )
        for between in steps[place + 1 : following]:
            same = between.op.object == step.op.object
            if same and between.actor != step.actor and KINDS[between.op.kind].changes:
                return [
                    text(
                        "explorer.cause.stale",
                        process=process_of(story, step.actor),
                        seen=phrase(story, step),
                        here=_at(step),
                        other=process_of(story, between.actor),
                        did=phrase(story, between),
                        there=_at(between),
                    )
                ]
    return []


def _at(step: Step) -> str:
    """In which line it was; nothing of an end, which is no line's doing."""
    return text("explorer.at", line=_spot(step)) if step.line else ""


def _spot(step: Step) -> str:
    return spot(step.filename, step.line)


def before(story: Story) -> list[str]:
    """What another had last done to what the one that failed used in the end."""
    if story.failed is None:
        return []
    mine = [step for step in story.steps if step.actor == story.failed][-_RECENT:]
    used = {step.op.object for step in mine if step.op.kind in _LOOKS}
    for step in reversed(story.steps):
        if not step.line or step.actor == story.failed:
            continue  # an end is no line's doing, and says little
        if step.op.object in used and KINDS[step.op.kind].changes:
            did, other = phrase(story, step), process_of(story, step.actor)
            return [text("explorer.cause.before", other=other, did=did, line=_spot(step))]
    return []


def own_locks(story: Story) -> list[str]:
    """Locks of the same name that processes have one each of, and take."""
    taken: dict[str, set[str]] = {}
    for step in story.steps:
        if step.op.kind in ("lock.acquire", "rlock.acquire") and step.op.object in story.labels:
            taken.setdefault(story.labels[step.op.object], set()).add(step.op.object)
    return [
        text("explorer.cause.own-lock", object=name)
        for name, things in taken.items()
        if len(things) > 1 and all(label(story, thing) != name for thing in things)
    ]
