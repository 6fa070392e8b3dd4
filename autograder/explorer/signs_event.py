"""Signs of well-known mistakes with events: who did not wait, who cleared too early, who went on what was once true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from autograder.explorer.families import KINDS
from autograder.explorer.labels import maker
from autograder.explorer.reports import Step, Story, Wait

_LOOKS = frozenset({"event.is-set", "event.wait", "event.wake", "event.give-up"})
_WAITS = _LOOKS - {"event.is-set"}
_LOCKS = frozenset({"lock", "rlock", "semaphore", "bounded"})
_SHARED = frozenset({"cell", "file", "store"})


def signs(story: Story) -> Iterator[str]:
    """The signs in a story that has an event in it, the most telling first.

    ``main-waits``
        the main process waits for an event, and has started nobody;
    ``waits-holding``
        one waits for an event, and holds a lock that another one waits for;
    ``setter-ended``
        one waits for an event, and a process was terminated that could have set it;
    ``own-event``
        one waits for an event of their own making, of which nobody else knows;
    ``keeps-asking``
        one asks over and over whether an event is set, and never waits for it;
    ``own-call``
        one waits for an event that was last set by themselves;
    ``call-taken-back``
        one waits for an event that was set, and cleared by whoever had set it;
    ``unheard``
        one waits for an event that was set, and cleared before they had seen it;
    ``other-event``
        one waits for an event that nobody has ever set, and another one was set;
    ``never-set``
        one waits for an event that nobody has ever set;
    ``sets-own``
        one saw an event set that they had set themselves;
    ``timed-out``
        the time of somebody's wait was up, and they never saw the event set;
    ``asked-only``
        one asked whether the event is set, was told that it is not, went on, and never saw it set;
    ``never-waited``
        there is an event, children worked, and nobody ever waited for it or asked;
    ``heard-twice``
        one saw an event set twice, and nobody had set it in between;
    ``look-then-go``
        one went on what they had seen of an event, without a lock held since they saw it;
    ``clear-outside``
        one cleared an event without the lock under which others look at it.
    """
    things = [*story.labels, *(step.op.object for step in story.steps)]
    if not any(name.startswith("event-") for name in things):
        return
    yield from _standstill(story)
    yield from _looks(story)
    yield from _guarded(story)


def _family(step: Step) -> str:
    return step.op.kind.partition(".")[0]


def _by_child(story: Story, step: Step) -> bool:
    return bool(step.line) and story.homes.get(step.actor, "process-0") != "process-0"


def _works(story: Story, step: Step) -> bool:
    """Whether a child did something that takes time, or that others or a reader can see."""
    if not _by_child(story, step):
        return False
    return (
        bool(step.written)
        or step.op.kind == "local.sleep"
        or (_family(step) in _SHARED and KINDS[step.op.kind].changes)
    )


def _standstill(story: Story) -> Iterator[str]:
    """Who waits, at the end, for an event or for the lock to look at one; and what became of it."""
    for wait in story.waits:
        if wait.spins and _is_lock(wait.op.kind) and _still_asks(story, wait):
            yield "keeps-asking"
        if wait.op.kind.startswith("event.") and wait.op.kind != "event.awake":
            yield from _waits(story, wait)


def _waits(story: Story, wait: Wait) -> Iterator[str]:
    """Why one waits for an event for ever."""
    home = story.homes.get(wait.actor, "")
    if home == "process-0" and not any(s.op.kind == "process.start" for s in story.steps):
        yield "main-waits"
    if _keeps_from_others(story, wait):
        yield "waits-holding"
    if any(step.op.kind == "process.die" for step in story.steps):
        yield "setter-ended"
    if maker(wait.op.object) == maker(home) != "0":
        yield "own-event"
    told = _last_told(story, home, wait.op.object) if wait.spins else None
    if told is False:
        yield "keeps-asking"
    if told is not True:  # else it is no wait: they go on for as long as it is set
        yield from _never_heard(story, wait, home)


def _never_heard(story: Story, wait: Wait, home: str) -> Iterator[str]:
    """What became of the event for which a process waits."""
    own = [step for step in story.steps if step.op.object == wait.op.object]
    if not _set_since_seen(story, own, home):
        if any(_sets(step) and step.op.object != wait.op.object for step in story.steps):
            yield "other-event"
        yield "never-set"
        return
    ruled = [step for step in own if step.op.kind in ("event.set", "event.clear")]
    if [_home(story, step) for step in ruled if _sets(step)][-1] == home:
        yield "own-call"
    match ruled[-2:]:
        case [call, back] if _sets(call) and _home(story, call) == _home(story, back):
            yield "call-taken-back"
    yield "unheard"


def _sets(step: Step) -> bool:
    return step.op.kind == "event.set"


def _home(story: Story, one: Step | Wait) -> str | None:
    return story.homes.get(one.actor)


def _is_lock(kind: str) -> bool:
    return kind.partition(".")[0] in _LOCKS


def _keeps_from_others(story: Story, wait: Wait) -> bool:
    """Whether one who waits holds a lock that another one waits for, and does not let go of it in between."""
    if not any(wait.actor in each.holders for each in story.waits if _is_lock(each.op.kind)):
        return False
    own = [step for step in story.steps if step.actor == wait.actor and step.line]
    looks = [number for number, step in enumerate(own) if step.op.kind in _LOOKS]
    since = own[looks[-1] :] if looks else []
    return not (wait.spins and any(step.op.kind.endswith(".release") for step in since))


def _still_asks(story: Story, wait: Wait) -> bool:
    """Whether one who goes round and round was last told that an event is not set, and did not wait for it."""
    home = _home(story, wait)
    looks = [each for each in story.steps if each.op.kind in _LOOKS and _home(story, each) == home]
    return bool(looks) and looks[-1].op.kind == "event.is-set" and not looks[-1].answer


def _last_told(story: Story, home: str, name: str) -> object:
    """What a process was told when it last looked at an event; None if it never did."""
    told = [
        step.answer
        for step in story.steps
        if step.op.kind in _LOOKS and step.op.object == name and _home(story, step) == home
    ]
    return told[-1] if told else None


def _set_since_seen(story: Story, steps: list[Step], home: str) -> bool:
    """Whether an event was set after a process had last seen it set."""
    was_set = False
    for step in steps:
        if _sets(step):
            was_set = True
        elif step.op.kind in _LOOKS and step.answer and _home(story, step) == home:
            was_set = False
    return was_set


def _looks(story: Story) -> Iterator[str]:
    """How processes looked at events, and what they were told the last time."""
    told: dict[tuple[str, str], Step] = {}
    heard: dict[tuple[str, str], int] = {}
    times_set: dict[str, int] = defaultdict(int)
    rulers: set[tuple[str, str]] = set()
    setter: dict[str, str] = {}
    twice = own = False
    for step in story.steps:
        home, name = story.homes.get(step.actor, ""), step.op.object
        if step.op.kind in ("event.set", "event.clear"):
            rulers.add((home, name))
            times_set[name] += _sets(step)
            if _sets(step):
                setter[name] = home
        elif step.op.kind in _LOOKS:
            told[home, name] = step
            if step.op.kind in _WAITS and step.answer is True:
                own = own or setter.get(name) == home
                twice = twice or heard.get((home, name)) == times_set[name]
                heard[home, name] = times_set[name]
    waiting = {(story.homes.get(wait.actor, ""), wait.op.object) for wait in story.waits}
    failing = "" if story.failed is None else story.homes.get(story.failed, "")
    in_vain = {key: step.op.kind for key, step in told.items() if not step.answer}
    if own:
        yield "sets-own"
    if any(kind == "event.give-up" for key, kind in in_vain.items() if key not in waiting):
        yield "timed-out"
    stayed = waiting | rulers | {key for key in told if key[0] == failing}
    if any(kind == "event.is-set" for key, kind in in_vain.items() if key not in stayed):
        yield "asked-only"
    if not told and story.failed is None and any(_works(story, each) for each in story.steps):
        yield "never-waited"
    if twice:
        yield "heard-twice"


def _guarded(story: Story) -> Iterator[str]:
    """Whether locks were held from the look at an event to what was done because of it."""
    held: dict[str, set[str]] = defaultdict(set)
    trusts: dict[str, tuple[str, bool]] = {}
    """What a process last saw to be set, and whether it has held a lock ever since."""
    went: set[str] = set()
    overtaken: set[str] = set()
    bare_clear = locked = False
    for step in story.steps:
        home, name = story.homes.get(step.actor, ""), step.op.object
        if not _by_child(story, step):
            continue
        if _family(step) in _LOCKS:
            if step.op.kind.endswith((".acquire", ".try")) and step.answer is True:
                held[home].add(name)
                locked = True
            elif step.op.kind.endswith(".release"):
                held[home].discard(name)
                if home in trusts:
                    trusts[home] = trusts[home][0], False
        elif step.op.kind in _LOOKS and step.answer:
            trusts[home] = name, bool(held[home])
        elif step.op.kind == "event.clear":
            bare_clear = bare_clear or not held[home]
            overtaken |= {who for who, (seen, _) in trusts.items() if seen == name and who != home}
        elif _family(step) in _SHARED and KINDS[step.op.kind].changes:
            went |= {home} if not trusts.get(home, ("", True))[1] else set()
    if went & overtaken:
        yield "look-then-go"
    if bare_clear and locked:
        yield "clear-outside"
