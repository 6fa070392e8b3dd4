"""Signs of well-known mistakes with semaphores: who went in without a place, who gave back what they never had."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from autograder.explorer.families import KINDS
from autograder.explorer.reports import Step, Story, Wait

_SEMAPHORES = frozenset({"semaphore", "bounded"})
_LOCKS = frozenset({"lock", "rlock"}) | _SEMAPHORES
_SHARED = frozenset({"cell", "file", "store"})
_TALK = frozenset({"barrier", "channel", "condition", "event", "queue", "tasks"})


def signs(story: Story) -> Iterator[str]:
    """The signs in a story, the most telling first.

    ``went-in``
        one got no place, and went to work all the same;
    ``surplus``
        one gave a place back more often than they had taken one;
    ``given-first``
        one gave a place back, went to work without one, and took it afterwards;
    ``outside``
        one took a place, and was at work while they had none;
    ``own-semaphores``
        everybody took a place of a semaphore of their own, or one waits for a signal in one;
    ``both-wait``
        each waits for a signal that the others were to give, and nobody has given any;
    ``never-given``
        one waits for a place, or a signal, that nobody has ever had or given;
    ``counted``
        nobody took a place, and somebody counted in a shared number who is at work;
    ``unguarded``
        nobody took any place or lock, or looked at anything, or waited for, sent or received anything.

    The room in a queue is no place of a semaphore here. To be at work is to sleep. A semaphore's place is a permission: what its count counts.
    """
    own = [step for step in story.steps if _by_child(story, step)]
    by_home: dict[str, list[Step]] = defaultdict(list)
    for step in own:
        by_home[story.homes[step.actor]].append(step)
    found = {sign for steps in by_home.values() for sign in _manners(steps)}
    yield from (each for each in ("went-in", "surplus", "given-first", "outside") if each in found)
    if _one_each(story, own):
        yield "own-semaphores"
    yield from _never_given(story)
    if not any(_family(step) in _SEMAPHORES for step in own):
        if any(_counts(steps) for steps in by_home.values()):
            yield "counted"
        busy = sum(any(_works(step) for step in steps) for steps in by_home.values())
        if busy > 1 and not any(_family(step) in _LOCKS | _SHARED | _TALK for step in own):
            yield "unguarded"


def _by_child(story: Story, step: Step) -> bool:
    return bool(step.line) and story.homes.get(step.actor, "process-0") != "process-0"


def _family(step: Step | Wait) -> str:
    return "queue" if step.op.object.startswith("queue-") else step.op.kind.partition(".")[0]


def _works(step: Step) -> bool:
    return step.op.kind == "local.sleep"


def _takes(step: Step) -> bool:
    return step.op.kind.endswith((".acquire", ".try")) and step.answer is True


def _gives(step: Step) -> bool:
    return step.op.kind.endswith(".release")


def _manners(steps: Sequence[Step]) -> Iterator[str]:
    """What one process did with the places of semaphores, as signs in no order."""
    asked: set[str] = set()
    refused: set[str] = set()
    given: set[str] = set()
    without: set[str] = set()
    places: Counter[str] = Counter()
    worked_without = False
    for step in steps:
        name = step.op.object
        if _family(step) in _SEMAPHORES:
            if _takes(step):
                if name in without:
                    yield "given-first"
                asked.add(name)
                refused.discard(name)
                places[name] += 1
            elif _gives(step):
                places[name] -= 1
                given.add(name)
                if name in asked and places[name] < 0:
                    yield "surplus"
            elif step.op.kind.endswith(".try"):
                asked.add(name)
                refused.add(name)
        elif _works(step) and not any(count > 0 for count in places.values()):
            worked_without = True
            if refused:
                yield "went-in"
            without |= given - asked
    if worked_without and any(_takes(step) and _family(step) in _SEMAPHORES for step in steps):
        yield "outside"


def _one_each(story: Story, steps: Sequence[Step]) -> bool:
    """Whether processes took places in one line of the program, each those of another semaphore."""
    takers: dict[tuple[str, int], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for step in steps:
        if _family(step) in _SEMAPHORES and _takes(step):
            takers[step.filename, step.line][step.op.object].add(story.homes[step.actor])
    return any(
        len(things) > 1 and all(len(homes) == 1 for homes in things.values())
        for things in takers.values()
    )


def _never_given(story: Story) -> Iterator[str]:
    """Who waits for what has been neither taken nor given by anybody."""
    used = {step.op.object for step in story.steps if _takes(step) or _gives(step)}
    hopeless = {
        wait.op.object: story.homes[wait.actor]
        for wait in story.waits
        if _family(wait) in _SEMAPHORES and wait.op.object not in used
    }
    if any(_made_by(name, home) for name, home in hopeless.items()):
        yield "own-semaphores"
    elif len(hopeless) > 1:
        yield "both-wait"
    elif hopeless:
        yield "never-given"


def _made_by(name: str, home: str) -> bool:
    """Whether a child made what it uses: ``semaphore-0.2:1`` is the first that ``process-0.2`` made."""
    maker = name.partition("-")[2].partition(":")[0]
    return home != "process-0" and home == f"process-{maker}"


def _counts(steps: Sequence[Step]) -> bool:
    """Whether a process changed a shared number both before it went to work and after it."""
    work = [place for place, step in enumerate(steps) if _works(step)]
    changes: dict[str, list[int]] = defaultdict(list)
    for place, step in enumerate(steps):
        if _family(step) == "cell" and KINDS[step.op.kind].changes:
            changes[step.op.object].append(place)
    return any(places[0] < each < places[-1] for places in changes.values() for each in work)
