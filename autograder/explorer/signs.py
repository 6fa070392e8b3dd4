"""Signs of well-known mistakes in a story: what a teacher would see at a glance.

A sign says how the processes went about it, not that it went wrong; it is looked for only where
something did. The first one that an exercise has a sentence for names the mistake.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.explorer import (
    parenting,
    races,
    signs_event,
    signs_pipe,
    signs_pool,
    signs_queue,
    signs_semaphore,
    signs_sentinels,
    signs_sharing,
    signs_tasks,
)
from autograder.explorer.causes import circle, ended
from autograder.explorer.families import KINDS
from autograder.explorer.families.cell import LOOKING
from autograder.explorer.labels import maker
from autograder.explorer.reports import Report, Step, Story
from autograder.explorer.source import Program

_SHARED = frozenset({"cell", "file", "store"})
"""Families of what is looked at and changed, and not waited for."""
_LOCKS = frozenset({"lock", "rlock", "semaphore", "bounded"})
_TO_CALL = frozenset(
    {"acquire", "clear", "join", "release", "set", "start", "task_done", "terminate", "wait"}
)


def signs(report: Report, program: Program) -> list[str]:
    """The signs in the story of a report, the most telling first.

    ``not-called``
        a line names a method that does something to a shared thing or a process, and does not call it;
    ``too-few`` and ``too-many``
        not as many were at work at once as should have been;
    ``opposite-order``
        each holds what the next one waits for;
    ``taken-twice``
        one waits for a lock that it has itself;
    ``lock-kept``
        one waits for what another kept when it ended;
    ``swallowed``
        a file was read between being emptied and being filled, and nobody failed of it;
    ``own-locks``
        everybody took a lock of their own;
    ``flag``
        nobody took a lock, and somebody made a file after having seen that there is none: a lock of
        their own making, that takes two steps to take;
    ``sleeps``
        nobody took a lock, and the program sleeps: of a notebook's, only lines in cells count;
    ``reread``
        nobody took a lock, and somebody looked twice before changing;
    ``no-lock``
        nobody took a lock;
    ``went-on``
        somebody did not get the lock, and went on all the same;
    ``written-late``
        the lock was given back while a file was emptied, and what was to be written was in a buffer;
    ``look-outside``
        what was changed under a lock had been looked at without it;
    ``change-outside``
        something was changed without the lock under which others use it;
    ``two-holds``
        it was looked at under the lock, and changed when the lock had been given back and taken again,
        without a look of its own: one on the line that changes it decides nothing;
    ``other-lock``
        it was used under one lock here and under another one there;
    ``half-written``
        a file was read between being emptied and being filled.

    And of how children are started, waited for and heard of (:mod:`~autograder.explorer.parenting`):

    ``serial``
        each child was started only when the one before it had ended;
    ``never-started``
        no process was started, or one was waited for before its start;
    ``run-not-start``
        no process was started, and the main process did the work;
    ``main-works``
        processes were started, and still the main process did the work;
    ``started-twice``
        a process was started that had been started before;
    ``no-super-init``
        a subclass of Process left out what Process's own ``__init__`` does;
    ``unnamed-target``
        what was to be the target was handed over as the first argument of Process, which is another;
    ``daemon-late``
        a process was made a daemon after its start;
    ``by-inheritance``
        a lock, a queue or the like was to travel to a worker that had started already;
    ``start-gives-nothing``
        something was asked of what `start` returned, as if it were the process;
    ``with-acquire``
        `with` was given what `acquire` answered, and not the lock;
    ``no-comma``
        arguments stand in brackets without a comma, which is no tuple, and a child failed of it;
    ``wrong-arguments``
        a child's target, or its method run, does not take what it was given, or args is no tuple;
    ``unpicklable``
        what was to be sent to a child cannot be;
    ``slept-instead``, ``join-timeout``, ``asked-once``, ``not-all-joined``, ``not-joined``
        somebody used what a child of theirs had yet to change: instead of waiting for its end they
        slept, or waited for some time only, or asked once, or waited for others alone, or did nothing;
    ``exit-code``
        children told what they found out by their exit codes;
    ``unwritten``
        children did their work, changed nothing that others can see, and a number was read that was
        made for it;
    ``nothing-shared``
        children did their work, and changed nothing that others can see;
    ``same-place``
        children wrote to one place, each over what another one had written.

    Each kind of thing to wait for has signs of its own, in a module of its own. Those of queues that can be
    joined, of events, queues, pipes, pools, sentinels and semaphores come before these, and the one of what managers keep, ``not-put-back``.
    """
    return list(dict.fromkeys(_signs(report, program)))


def _of_one_kind(story: Story, program: Program, *, at_once: bool, too_few: bool) -> Iterator[str]:
    """What is wrong with one kind of thing: those that tell most come first."""
    if not at_once:
        yield from signs_tasks.signs(story, program)
    yield from signs_event.signs(story)
    yield from signs_queue.signs(story, program)
    yield from signs_pipe.signs(story, program)
    yield from signs_pool.signs(story, program, at_once=at_once, too_few=too_few)
    if not at_once:
        yield from signs_sentinels.signs(story)
    yield from parenting.signs(story, program, too_few=too_few)
    yield from signs_semaphore.signs(story)
    yield from signs_sharing.signs(story)


def _signs(report: Report, program: Program) -> Iterator[str]:
    story = report.story
    at_once = "at-once" in (report.fields.get("rule"), report.fields.get("detail"))
    too_few = at_once and "least" in report.fields
    if _not_called(program):
        yield "not-called"
    if story is not None:
        yield from _of_one_kind(story, program, at_once=at_once, too_few=too_few)
    if at_once:
        yield "too-few" if too_few else "too-many"
    if story is None:
        return
    yield from _standstill(story)
    if races.empty_file(story) and story.failed is None and not story.waits:
        yield "swallowed"
    if races.own_locks(story) or _made_by_takers(story):
        yield "own-locks"
    children = [step for step in story.steps if not _is_main(story, step)]
    if not any(step.op.kind.partition(".")[0] in _LOCKS for step in children):
        uses = [step for step in children if _is_use(step)]
        several = len({story.homes.get(step.actor) for step in uses}) > 1
        if several and {_changes(step) for step in uses} == {True, False}:
            if _flag(story, children):
                yield "flag"
            if any(
                step.op.kind == "local.sleep" and step.filename in program.learners_files
                for step in children
            ):
                yield "sleeps"
            if _reread(story, uses):
                yield "reread"
            yield "no-lock"
    else:
        yield from _badly_held(story, children)
        yield from _outside(story, children)
    if races.empty_file(story):
        yield "half-written"


def _not_called(program: Program) -> bool:
    """Whether a line is nothing but the name of a method that was to be called."""
    return any(
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in _TO_CALL
        for text in program.main.values()
        for node in ast.walk(ast.parse(text))
    )


def _standstill(story: Story) -> Iterator[str]:
    ring = circle(story)
    if len(ring) > 1:
        yield "opposite-order"
    elif ring:
        yield "taken-twice"
    gone = ended(story)
    for wait in story.waits:
        for_a_lock = wait.op.kind.partition(".")[0] in _LOCKS
        if for_a_lock and any(story.homes.get(each) in gone for each in wait.holders):
            yield "lock-kept"


def _is_main(story: Story, step: Step) -> bool:
    return story.homes.get(step.actor) == "process-0"


def _is_use(step: Step) -> bool:
    return bool(step.line) and step.op.kind.partition(".")[0] in _SHARED


def _changes(step: Step) -> bool:
    if step.op.kind == "cell.call":
        return step.op.argument[0] not in LOOKING
    return KINDS[step.op.kind].changes and step.op.kind != "file.read-on"


def _reread(story: Story, uses: list[Step]) -> bool:
    """Whether somebody looked at one thing twice before changing it."""
    looks: dict[tuple[str | None, str], int] = {}
    for step in uses:
        key = (story.homes.get(step.actor), step.op.object)
        if not _changes(step):
            looks[key] = looks.get(key, 0) + 1
        elif looks.pop(key, 0) > 1:
            return True
    return False


def _made_by_takers(story: Story) -> bool:
    """Whether children took locks, and none that they had not made themselves."""
    taken = {
        (story.homes.get(step.actor, ""), step.op.object)
        for step in story.steps
        if _takes(step) and step.line and not _is_main(story, step)
    }
    return bool(taken) and all(maker(home) == maker(name) for home, name in taken)


def _takes(step: Step) -> bool:
    family, _, act = step.op.kind.partition(".")
    return family in _LOCKS and act in ("acquire", "try") and step.answer is True


def _flag(story: Story, steps: list[Step]) -> bool:
    """Whether somebody made a file because there was none."""
    missed: set[tuple[str | None, str]] = set()
    for step in steps:
        home = story.homes.get(step.actor)
        if step.op.kind == "disk.look" and step.answer is None:
            missed.add((home, step.op.argument))
        elif step.op.kind == "disk.create" and (home, step.op.argument[0]) in missed:
            return True
    return False


def _badly_held(story: Story, steps: list[Step]) -> Iterator[str]:
    """Who went on without the lock that they had asked for, or gave it back too early."""
    without: set[str | None] = set()
    emptied: set[tuple[str | None, str]] = set()
    early = False
    for step in steps:
        home = story.homes.get(step.actor)
        family, _, act = step.op.kind.partition(".")
        if family in _LOCKS and act in ("acquire", "try"):
            (without.discard if step.answer is True else without.add)(home)
        elif family in _LOCKS and act == "release":
            early = early or any(who == home for who, _ in emptied)
        elif _is_use(step) and home in without:
            without.clear()
            yield "went-on"
        if step.op.kind == "file.cut":
            emptied.add((home, step.op.object))
        elif step.op.kind == "file.write":
            emptied.discard((home, step.op.object))
    if early:
        yield "written-late"


def _outside(story: Story, steps: list[Step]) -> Iterator[str]:
    """What was looked at or changed without the lock that there is, or under two holds of it."""
    held: dict[str | None, set[str]] = {}
    holds: dict[str | None, int] = {}
    looked: dict[tuple[str | None, str], list[tuple[int, int]]] = {}
    guarded: dict[str, set[str]] = {}
    changed: set[str] = set()
    bare: set[tuple[str, bool]] = set()
    for step in steps:
        home = story.homes.get(step.actor)
        family, _, act = step.op.kind.partition(".")
        if family in _LOCKS:
            if _takes(step):
                held.setdefault(home, set()).add(step.op.object)
                holds[home] = holds.get(home, 0) + 1
            elif act == "release":
                held.get(home, set()).discard(step.op.object)
        elif _is_use(step):
            name, changes = step.op.object, _changes(step)
            if not held.get(home):
                bare.add((name, changes))
            else:
                guarded[name] = guarded.get(name, held[home]) & held[home]
                changed |= {name} if changes else set()
                if not changes:
                    looked.setdefault((home, name), []).append((holds[home], step.line))
                else:
                    looks = looked.get((home, name), [])
                    if _decided_before(looks, holds[home], step.line):
                        yield "two-holds"
                    looked[home, name] = [(when, 0) for when, _ in looks[-1:]]
    if any(name in guarded and changes for name, changes in bare):
        yield "change-outside"
    if any(name in guarded and not changes for name, changes in bare):
        yield "look-outside"
    if any(not guarded[name] for name in changed):
        yield "other-lock"


def _decided_before(looks: list[tuple[int, int]], hold: int, line: int) -> bool:
    """Whether a change on this line goes by looks in earlier holds: its own line's look decides nothing.

    Args:
        looks: In which hold it was looked at, and on which line; on none if it has been changed since.
        hold: The hold in which it is changed.
        line: The line that changes it.
    """
    here = [where for when, where in looks if when == hold]
    if not here:
        return bool(looks)
    since = any(when != hold and where for when, where in looks)
    return since and all(where == line for where in here)
