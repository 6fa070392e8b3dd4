"""What broke, in a sentence or two, as specific as the steps allow.

The steps say it: two processes read the same before either wrote; somebody read a file that another had
emptied and not yet filled; what one had seen was true no longer when it went on. Of a standstill, who
holds what and who waits for what.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.explorer import races, wording
from autograder.explorer.families import KINDS
from autograder.explorer.families.cell import LOOKING
from autograder.explorer.holding import holding
from autograder.explorer.labels import label, listed, order, process_of, spot
from autograder.explorer.reports import Report, Step, Story, Wait
from autograder.explorer.source import Program
from autograder.messages import text

AFTER_OTHERS = frozenset("process.join pool.take pool.receive pool.see-off".split())
"""What is waited for as a matter of course: that others end, or give work."""
_LONGEST = 160
"""Characters of an exception that are told."""


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
    found += races.own_locks(story)
    explained = races.lost_update(story) or races.empty_file(story)
    spinning = any(wait.spins for wait in story.waits)
    if not explained and not spinning and not circle(story):
        explained = races.stale(story, _at_the_end(story)) or races.before(story)
    return found + explained


def _at_the_end(story: Story) -> set[int]:
    """Whose doing, or whose waiting, is the end of the story."""
    if story.waits:
        return {wait.actor for wait in roots(story)}
    if story.failed is not None:
        return {story.failed}
    doing = [step.actor for step in story.steps if KINDS[step.op.kind].changes and step.line]
    return set(doing[-1:])


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
        if not rivals and wait.spins:  # who goes round and round does not wait for itself
            return []
        for holder in rivals or wait.holders:
            found = follow(story.homes.get(holder), [*path, home])
            if found:
                return found
        return []

    for wait in _own(story):
        found = follow(story.homes.get(wait.actor), [])
        if found:
            first = found.index(min(found, key=lambda home: order(home or "")))
            return [waits[home] for home in found[first:] + found[:first]]
    return []


def others(story: Story) -> list[Wait]:
    """The waits that neither are part of the circle nor its cause: those behind them in the line."""
    told = circle(story) or roots(story)
    return [wait for wait in story.waits if wait not in told]


def roots(story: Story) -> list[Wait]:
    """The waits that nobody who still moves or waits could end, and who goes round and round."""
    gone = ended(story)
    found = []
    for wait in story.waits:
        if wait.spins:  # whatever it asks for, nobody keeps it from going on
            found.append(wait)
            continue
        alive = [each for each in wait.holders if story.homes.get(each) not in gone]
        behind = wait.op.kind == "feeder.drained" or wait.op.kind in AFTER_OTHERS
        if not alive and not behind:
            found.append(wait)
    return found or list(story.waits)


def ended(story: Story) -> dict[str, int]:
    """The processes that have ended, and with what exit code."""
    found: dict[str, int] = {}
    for step in story.steps:
        if step.op.kind in ("process.exit", "process.die"):
            found[step.op.object] = step.op.argument
    return found


def held(story: Story, actor: int) -> dict[str, Step]:
    """What `actor` has taken and not given back, each with the step that took it first."""
    return {
        name: takers[actor][0] for name, takers in holding(story.steps).items() if actor in takers
    }


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
    sentences = [_sentence(story, wait) for wait in roots(story)]
    return [*sentences, *_held_up(story), *_lost(story), *_left_open(story)]


def _held_up(story: Story) -> list[str]:
    """Who cannot help because it waits for what those have who wait for ever."""
    stuck = {wait.actor for wait in roots(story)}
    spinning = {wait.actor for wait in story.waits if wait.spins}
    return [
        text("explorer.cause.held-up", **_who(story, wait), holder=process_of(story, holder))
        for wait in _own(story)
        for holder in wait.holders[:1]
        if holder in stuck
        and wait.op.kind != "process.join"
        and wait.actor not in (holder, *spinning)
    ]


def _alone(story: Story, wait: Wait) -> str:
    since = held(story, wait.actor).get(wait.op.object)
    if since is None or not since.line:
        return text("explorer.cause.self-nowhere", **_who(story, wait))
    where = spot(since.filename, since.line)
    return text("explorer.cause.self", **_who(story, wait), since=where)


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
        return _round_and_round(story, wait)
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


def _round_and_round(story: Story, wait: Wait) -> str:
    """Why somebody goes on for ever without being blocked: what it asks, if it asks anything."""
    who = _who(story, wait)
    mine = [step for step in story.steps if step.actor == wait.actor]
    begins = [number for number, step in enumerate(mine) if step.op == wait.op]
    last = mine[begins[-1] :] if begins else []
    answer = _same_answer(last)
    if answer is not None:
        who["place"] = text("explorer.at", line=spot(answer.filename, answer.line))
        return text("explorer.cause.spins", **who, phrase=wording.phrase(story, answer))
    blind = bool(last) and all(step.answer is None for step in last)
    return text(f"explorer.cause.spins-{'blind' if blind else 'plain'}", **who)


def _same_answer(steps: Sequence[Step]) -> Step | None:
    """The step of a round, which begins with `steps`' first, whose answer keeps it going round.

    A value that is read says more than that there is something to read.
    """
    changed = {step.op.object for step in steps if KINDS[step.op.kind].changes}
    reads = [step for step in steps if _reads(step) and step.op.object not in changed]
    asked = [step for step in steps[:1] if _asks(step)]
    if asked and (_reads(asked[0]) or not reads):
        return asked[0]
    return reads[-1] if reads else None


def _asks(step: Step) -> bool:
    return not KINDS[step.op.kind].changes and step.op.kind != "local.sleep" and step.line > 0


def _reads(step: Step) -> bool:
    """Whether a step reads a value, of a file its beginning."""
    if step.op.kind == "file.read":
        return bool(step.op.argument[0] == 0)
    call_looks = step.op.kind == "cell.call" and step.op.argument[0] in LOOKING
    return step.op.kind == "cell.read" or call_looks


def _left_open(story: Story) -> list[str]:
    """Who has an end open through which nobody will send any more."""
    return [
        text(
            "explorer.cause.left-open",
            object=label(story, wait.op.object),
            processes=listed([process_of(story, actor) for actor in wait.open_in]),
        )
        for wait in roots(story)
        if wait.open_in
    ]


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
    last = failure(story).rstrip(".?!")
    if not story.line:
        return [text("explorer.cause.exception-nowhere", process=process, failure=last)]
    fields = {
        "process": process,
        "line": spot(story.filename, story.line),
        "code": program.line(story.filename, story.line),
        "failure": last,
    }
    if not is_assertion(story, program):
        return [text("explorer.cause.exception", **fields)]
    reads = {
        name: value
        for step in story.steps
        if step.actor == story.failed and step.line == story.line
        for name, value in [races.reading(story, step)]
        if name
    }
    told = [
        text("explorer.cause.reading", object=name, value=value) for name, value in reads.items()
    ]
    if told:
        return [text("explorer.cause.assertion-read", **fields, reads=listed(told))]
    return [text("explorer.cause.assertion", **fields)]
