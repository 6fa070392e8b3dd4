"""Signs of well-known mistakes with queues that can be joined: reported too seldom, too often, too early.

Looked for in one story, as all signs are (:mod:`~autograder.explorer.signs`).
"""

from __future__ import annotations

import ast
import pickle
from collections import Counter
from collections.abc import Iterator, Sequence

from autograder.explorer.reports import Step, Story, Wait
from autograder.explorer.source import Program

_UNFINISHED = "-unfinished"
_NONE = pickle.dumps(None)


def signs(story: Story, program: Program) -> Iterator[str]:
    """The signs in a story, the most telling first.

    ``needless-sentinel``
        None was put into a queue that can be joined;
    ``taker-joins``
        one who takes things out of a queue waits until all in it is done;
    ``other-queue``
        somebody got from one queue, and reported it done in another one;
    ``done-too-often``
        somebody reported more than they had got;
    ``never-done``
        one waits until all is done, and nobody ever reported anything;
    ``left-early``
        one waits until all is done, and those who did it have gone home;
    ``falls-short``
        one waits until all is done, and less was reported than was got;
    ``not-daemon``, ``joins-daemons``
        all is done, and one waits for the end of a child that waits for more, at its own end, or by join or by asking;
    ``no-join``
        there was more to do, children were killed, and nobody had waited until all was done;
    ``joined-too-early``
        one waited until all was done when all that there was to do had yet to be put;
    ``done-too-early``
        somebody reported as done what they had got, and had yet to do;
    ``put-too-late``
        somebody reported what they had got, and had yet to put what came of it.
    """
    steps = [step for step in story.steps if step.op.object.endswith(_UNFINISHED)]
    if not steps:
        return
    got, done = _got(story), _done(story, steps)
    queues = {_queue(step) for step in steps}
    if any(_is_sentinel(step) and step.op.object in queues for step in story.steps):
        yield "needless-sentinel"
    if any((story.homes.get(each.actor, ""), _waited(each)) in got for each in story.waits):
        yield "taker-joins"
    if any(_elsewhere(home, got, done) for home, _ in done):
        yield "other-queue"
    if any(count > got[key] for key, count in done.items()):
        yield "done-too-often"
    yield from _standing(story, steps, got, done)
    yield from _at_home(story, steps)
    if not story.waits and story.failed is None:
        yield from _cut_short(story, steps)
    if _early(story):
        yield "done-too-early"
    if _late(story, program):
        yield "put-too-late"


_Counts = Counter[tuple[str, str]]
"""How often a process did something to a queue."""


def _got(story: Story) -> _Counts:
    return Counter(
        (story.homes.get(step.actor, ""), step.op.object)
        for step in story.steps
        if _gets(step) and step.answer
    )


def _gets(step: Step) -> bool:
    return step.op.kind in ("channel.recv", "channel.try-recv")


def _done(story: Story, steps: Sequence[Step]) -> _Counts:
    return Counter(
        (story.homes.get(step.actor, ""), _queue(step))
        for step in steps
        if step.op.kind == "tasks.done"
    )


def _queue(step: Step) -> str:
    return step.op.object.removesuffix(_UNFINISHED)


def _is_sentinel(step: Step) -> bool:
    return step.op.kind == "channel.flush" and bytes(step.op.argument) == _NONE


def _waited(wait: Wait) -> str:
    """The queue until all of which is done somebody waits; empty if it is none."""
    return wait.op.object.removesuffix(_UNFINISHED) if wait.op.kind == "tasks.wait" else ""


def _elsewhere(home: str, got: _Counts, done: _Counts) -> bool:
    """Whether a process reported in a queue from which it got nothing, and not where it did get something."""
    surplus = any(who == home and not got[who, queue] for who, queue in done)
    return surplus and any(who == home and not done[who, queue] for who, queue in got)


def _standing(story: Story, steps: Sequence[Step], got: _Counts, done: _Counts) -> Iterator[str]:
    """Why one waits for ever until all is done."""
    for wait in story.waits:
        if wait.op.kind != "tasks.wait" or any(each.spins for each in story.waits):
            continue
        queue = wait.op.object.removesuffix(_UNFINISHED)
        takers = {who for who, each in got if each == queue}
        if takers and not any(each == queue for _, each in done):
            yield "never-done"
        gone = {step.op.object for step in story.steps if step.op.kind == "process.exit"}
        waiting = {story.homes.get(each.actor) for each in story.waits}
        if takers and takers <= gone and not takers & waiting and _left(steps, queue, got):
            yield "left-early"
        if takers:
            yield "falls-short"


def _left(steps: Sequence[Step], queue: str, got: _Counts) -> bool:
    put = sum(step.op.kind == "tasks.add" and _queue(step) == queue for step in steps)
    return put > sum(count for (_, each), count in got.items() if each == queue)


def _at_home(story: Story, steps: Sequence[Step]) -> Iterator[str]:
    """Whether somebody waits for the end of those who wait for more, when nothing is left to do."""
    queues = {_queue(step) for step in steps}
    eager = {
        story.homes.get(wait.actor)
        for wait in story.waits
        if wait.op.kind == "channel.recv" and wait.op.object in queues
    }
    if any(_balance(steps).values()):
        return
    for wait in story.waits:
        if wait.op.kind in ("process.join", "process.look") and wait.op.object in eager:
            yield "joins-daemons" if wait.line else "not-daemon"


def _balance(steps: Sequence[Step]) -> Counter[str]:
    """How much is left to do in each queue."""
    left: Counter[str] = Counter()
    for step in steps:
        left[step.op.object] += {"tasks.add": 1, "tasks.done": -1}.get(step.op.kind, 0)
    return left


def _cut_short(story: Story, steps: Sequence[Step]) -> Iterator[str]:
    """Why children were killed before all was done."""
    killed = any(step.op.kind == "process.die" for step in story.steps)
    joined = {step.op.object for step in steps if step.op.kind == "tasks.wait"}
    if killed and any(count > 0 and name not in joined for name, count in _balance(steps).items()):
        yield "no-join"
    passed: set[str] = set()
    for step in steps:
        if step.op.kind == "tasks.wait" and not _added(steps, step):
            passed.add(step.op.object)
        elif step.op.kind == "tasks.add" and step.op.object in passed:
            yield "joined-too-early"
            return


def _added(steps: Sequence[Step], until: Step) -> bool:
    """Whether anything had been put before a step."""
    for step in steps:
        if step is until:
            return False
        if step.op.kind == "tasks.add" and step.op.object == until.op.object:
            return True
    return False


def _early(story: Story) -> bool:
    """Whether somebody who was cut off had reported what they got at once."""
    idle: dict[tuple[str, str], bool] = {}
    cut = {step.op.object for step in story.steps if step.op.kind == "process.die"}
    for step in story.steps:
        home = story.homes.get(step.actor, "")
        if step.op.object.endswith("-size"):
            continue
        if _gets(step):
            idle[home, step.op.object] = bool(step.answer)
        elif step.op.kind == "tasks.done":
            if idle.get((home, _queue(step))) and home in cut:
                return True
        else:
            idle.update({key: False for key in idle if key[0] == home})
    return False


def _late(story: Story, program: Program) -> bool:
    """Whether a process reported, and had yet to come to a put that stands below it."""
    ended = {step.op.object for step in story.steps if step.op.kind == "process.exit"}
    reported: dict[str, Step | None] = {}
    for step in story.steps:
        home = story.homes.get(step.actor, "")
        if step.op.kind == "tasks.done":
            reported[home] = step
        elif _gets(step):
            reported[home] = None
        elif step.op.kind == "tasks.add" and reported.get(home):
            return True
    last = [step for home, step in reported.items() if step is not None and home not in ended]
    return any(_put_below(program, step) for step in last)


def _put_below(program: Program, step: Step) -> bool:
    """Whether a put stands below the line of a step, in the same function."""
    text = program.main.get(step.filename)
    if text is None:
        return False
    functions = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and node.lineno <= step.line <= (node.end_lineno or node.lineno)
    ]
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr.startswith("put")
        and node.lineno > step.line
        for function in functions[-1:]
        for node in ast.walk(function)
    )
