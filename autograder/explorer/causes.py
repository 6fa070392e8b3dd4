"""What broke, in a sentence or two, as specific as the steps allow.

The steps say it: two processes read the same before either wrote; somebody read a file that another had
emptied and not yet filled; what one had seen was true no longer when it went on. Of a standstill, who
holds what and who waits for what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.explorer import wording
from autograder.explorer.families import KINDS
from autograder.explorer.machine import Step
from autograder.explorer.reports import Report, Story, Wait
from autograder.explorer.showing import show
from autograder.explorer.source import Program
from autograder.explorer.wording import label, listed, phrase, process_of
from autograder.messages import text

_LOOKS = frozenset(
    """
    event.is-set channel.poll lock.look rlock.look semaphore.look bounded.look tasks.look disk.look store.look
    process.look cell.read barrier.look job.look
    """.split()
)
"""What a program asks in order to act on the answer."""
_LONGEST = 160
"""Characters of an exception that are told."""
_RECENT = 3
"""Steps just before a failure, among which what it used is looked for."""


def causes(report: Report, program: Program) -> list[str]:
    """The sentences that say what broke; none if nothing did.

    Example::

        causes(report, program)  # ["Process-1 and Process-2 both read tickets = 1 before …"]
    """
    story = report.story
    if story is None:
        return []
    found: list[str] = []
    if story.waits:
        found += _standstill(story)
    if story.failed is not None:
        found += _failure(story, program)
    found += _own_locks(story)
    explained = _lost_update(story) or _empty_file(story)
    if not explained and not circle(story):
        explained = _stale(story) or _before(story)
    return found + explained


# --- Standstills --------------------------------------------------------------------------------------


def circle(story: Story) -> list[Wait]:
    """The waits of a deadlock in which each waits for the next, and the last for the first."""
    waits = {story.homes.get(wait.actor): wait for wait in _own(story)}

    def follow(home: str | None, path: list[str | None]) -> list[str | None]:
        if home in path:
            return path[path.index(home) :]
        wait = waits.get(home)
        if wait is None:
            return []
        rivals = [each for each in wait.holders if story.homes.get(each) != home]
        for holder in rivals or wait.holders:
            found = follow(story.homes.get(holder), [*path, home])
            if found:
                return found
        return []

    for wait in _own(story):
        found = follow(story.homes.get(wait.actor), [])
        if found:
            first = found.index(min(found, key=lambda home: wording.order(home or "")))
            return [waits[home] for home in found[first:] + found[:first]]
    return []


def others(story: Story) -> list[Wait]:
    """The waits that neither are part of the circle nor its cause: those behind them in the line."""
    told = circle(story) or roots(story)
    return [wait for wait in story.waits if wait not in told]


def roots(story: Story) -> list[Wait]:
    """The waits that nobody who still moves or waits could end."""
    gone = ended(story)
    found = []
    for wait in story.waits:
        alive = [each for each in wait.holders if story.homes.get(each) not in gone]
        behind_feeder = wait.op.kind == "feeder.drained"
        if not alive and not behind_feeder and wait.op.kind != "process.join":
            found.append(wait)
    return found or list(story.waits)


def ended(story: Story) -> dict[str, int]:
    """The processes that have ended, and with what exit code."""
    found: dict[str, int] = {}
    for step in story.steps:
        if step.op.kind in ("process.exit", "process.die"):
            found[step.op.object] = step.op.argument
    return found


def held(story: Story, actor: int) -> dict[str, int]:
    """What `actor` has taken and not given back, each with the line where it took it."""
    found: dict[str, int] = {}
    for step in story.steps:
        family, _, act = step.op.kind.partition(".")
        if family not in ("lock", "rlock", "semaphore", "bounded") or step.op.object.endswith(
            "-size"
        ):
            continue
        if act in ("acquire", "try") and step.answer is True and step.actor == actor:
            found.setdefault(step.op.object, step.line)
        elif act == "release" and (step.actor == actor or family == "lock"):
            found.pop(step.op.object, None)
    return found


def _own(story: Story) -> list[Wait]:
    """The waits of processes, without those of their helpers."""
    return [wait for wait in story.waits if wait.actor not in story.roles]


def _standstill(story: Story) -> list[str]:
    ring = circle(story)
    if len(ring) == 1:
        return [_alone(story, ring[0])]
    if len(ring) > 3:
        names = [process_of(story, wait.actor) for wait in ring]
        return [text("explorer.cause.ring", processes=listed(names))]
    if ring:
        sentences = [_in_circle(story, wait) for wait in ring]
        return [text("explorer.list.semicolon").join(sentences) + text("explorer.list.full-stop")]
    return [_sentence(story, wait) for wait in roots(story)] + _held_up(story) + _lost(story)


def _held_up(story: Story) -> list[str]:
    """Who cannot help because it waits for what those have who wait for ever."""
    stuck = {wait.actor for wait in roots(story)}
    return [
        text("explorer.cause.held-up", **_who(story, wait), holder=process_of(story, holder))
        for wait in _own(story)
        for holder in wait.holders[:1]
        if holder in stuck and wait.op.kind != "process.join" and wait.actor != holder
    ]


def _alone(story: Story, wait: Wait) -> str:
    since = held(story, wait.actor).get(wait.op.object)
    key = "explorer.cause.self" if since else "explorer.cause.self-nowhere"
    return text(key, **_who(story, wait), since=since)


def _in_circle(story: Story, wait: Wait) -> str:
    things = [label(story, name) for name in held(story, wait.actor)]
    if not things:
        return text("explorer.cause.circle-waits", **_who(story, wait))
    return text("explorer.cause.circle", **_who(story, wait), held=listed(things))


def _who(story: Story, wait: Wait) -> dict[str, object]:
    return {
        "process": process_of(story, wait.actor),
        "waits": wording.waiting(story, wait),
        "place": wording.place_of(wait),
    }


def _sentence(story: Story, wait: Wait) -> str:
    """Why one wait never ends."""
    who = _who(story, wait)
    if wait.spins:
        last = next(
            (s for s in reversed(story.steps) if s.actor == wait.actor and s.op == wait.op), None
        )
        if last is None or KINDS[wait.op.kind].changes:
            return text("explorer.cause.spins-plain", **who)
        return text("explorer.cause.spins", **who, phrase=phrase(story, last))
    gone = ended(story)
    for holder in wait.holders:
        code = gone.get(story.homes.get(holder, ""))
        if code is not None:
            key = "killed-holder" if code < 0 else "ended-holder"
            return text(f"explorer.cause.{key}", **who, holder=process_of(story, holder))
    who["nobody"] = wording.nobody(story, wait)
    role = story.roles.get(wait.actor)
    if role is not None:
        return text("explorer.cause.nobody-helper", **who, role=text(f"explorer.role.{role}"))
    return text("explorer.cause.nobody", **who)


def _lost(story: Story) -> list[str]:
    """What never arrived because it could not be pickled."""
    return [
        text(
            "explorer.cause.lost",
            process=process_of(story, step.actor),
            object=label(story, step.op.object),
        )
        for step in story.steps
        if step.op.kind == "channel.flush" and not step.op.argument
    ]


# --- Failures -----------------------------------------------------------------------------------------


def failure(story: Story) -> str:
    """The exception that ended a process, in one line."""
    lines = story.failure.splitlines()
    if len(lines) > 1 and lines[0].startswith("  "):  # of a syntax error, where it is comes first
        return lines[-1]
    told = " ".join(story.failure.split())
    if len(told) <= _LONGEST:
        return told
    sentence = told[:_LONGEST].rpartition(". ")[0]
    return f"{sentence}." if sentence else f"{told[: _LONGEST - 1]}…"


def is_assertion(story: Story, program: Program) -> bool:
    """Whether it was an ``assert`` of the program that failed."""
    code = program.line(story.filename, story.line)
    return story.failure.startswith("AssertionError") and code.startswith("assert")


def _failure(story: Story, program: Program) -> list[str]:
    """Where a process failed, and what it had read there."""
    assert story.failed is not None
    process = process_of(story, story.failed)
    last = failure(story).rstrip(".")
    if not story.line:
        return [text("explorer.cause.exception-nowhere", process=process, failure=last)]
    fields = {
        "process": process,
        "line": story.line,
        "code": program.line(story.filename, story.line),
        "failure": last,
    }
    if not is_assertion(story, program):
        return [text("explorer.cause.exception", **fields)]
    reads = {
        label(story, step.op.object): show(step.answer)
        for step in story.steps
        if step.actor == story.failed and step.line == story.line and step.op.kind == "cell.read"
    }
    told = [
        text("explorer.cause.reading", object=name, value=value) for name, value in reads.items()
    ]
    if told:
        return [text("explorer.cause.assertion-read", **fields, reads=listed(told))]
    return [text("explorer.cause.assertion", **fields)]


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
        elif kind == "cell.call" and (call := wording.call_of(step.op, step.answer)).part:
            name, writes, value = name + call.part, call.writes, call.value
        elif kind == "file.read" and step.answer:
            writes, value = False, wording.content(step.answer)
        elif kind == "file.write":
            writes, value = True, wording.content(argument[1])
        else:
            continue
        found.setdefault(name, []).append(_Use(place, step, home, writes, value))
    return found


def _lost_update(story: Story) -> list[str]:
    """Two who read the same and then both wrote, or one who wrote what another had read before."""
    best: tuple[int, list[str]] | None = None
    for uses in _uses(story).values():
        for late in _overtaken(uses):
            sentences = _told_update(story, uses, *late)
            if best is None or late[2].place >= best[0]:
                best = (late[2].place, sentences)
    return best[1] if best is not None else []


def raced(story: Story) -> frozenset[str]:
    """The names of the shared values, of which somebody's writing was lost or overtaken."""
    return frozenset(
        uses[0].step.op.object for uses in _uses(story).values() if any(_overtaken(uses))
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
    thing = phrase_object(story, read.step)
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
            line=read.step.line,
            then=mine.step.line,
            other=process_of(story, other.step.actor),
            now=other.value,
            there=other.step.line,
        )
    ]


def phrase_object(story: Story, step: Step) -> str:
    """What a step reads or writes: a thing, its entry, or its attribute."""
    called = label(story, step.op.object)
    if step.op.kind == "cell.call":
        called += wording.call_of(step.op, step.answer).part
    return called


def _empty_file(story: Story) -> list[str]:
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
                        line=step.line,
                        other=process_of(story, by.actor),
                        there=by.line,
                    )
                ]
    return found


def _stale(story: Story) -> list[str]:
    """Who went on with what it had seen although another had changed it since."""
    last = {wait.actor for wait in roots(story)} if story.waits else {story.failed}
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
                        line=step.line,
                        other=process_of(story, between.actor),
                        did=phrase(story, between),
                        there=between.line,
                    )
                ]
    return []


def _before(story: Story) -> list[str]:
    """What another had last done to what the one that failed used in the end."""
    if story.failed is None:
        return []
    mine = [step for step in story.steps if step.actor == story.failed][-_RECENT:]
    used = {step.op.object for step in mine if step.op.kind in _LOOKS}
    for step in reversed(story.steps):
        if step.op.object in used and step.actor != story.failed and KINDS[step.op.kind].changes:
            did, other = phrase(story, step), process_of(story, step.actor)
            return [text("explorer.cause.before", other=other, did=did, line=step.line)]
    return []


def _own_locks(story: Story) -> list[str]:
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
