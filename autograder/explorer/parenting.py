"""Signs of well-known mistakes in how a program goes about its children: started, waited for, heard of.

Looked for in one story, as all signs are; see :mod:`~autograder.explorer.signs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from autograder.explorer import signs_pool
from autograder.explorer.families import KINDS
from autograder.explorer.reports import Step, Story
from autograder.explorer.source import Program

_STATE = frozenset({"cell", "file", "store"})
"""Families of what is looked at and changed, and not waited for."""
_TOLD = _STATE | {"channel", "tasks", "disk", "event", "semaphore", "job"}
"""Families by which a process can let others know what it found out."""
_LEARNS = frozenset(
    {
        *(
            "bounded.look",
            "cell.call",
            "cell.read",
            "channel.poll",
            "channel.recv",
            "channel.try-recv",
        ),
        *("disk.list", "disk.look", "event.is-set", "event.wait", "file.read", "file.read-on"),
        *("job.look", "process.look", "store.get", "store.look", "store.try-get", "tasks.take"),
    }
)
"""Operations by which a process learns what another one did, or has not done yet."""
_FAILURES = {
    "unnamed-target": re.compile("group argument must be None"),
    "daemon-late": re.compile("process has already started"),
    "by-inheritance": re.compile("only be shared between processes through inheritance"),
    "never-started": re.compile(r"can only (join|test|terminate|kill) a started process"),
    "started-twice": re.compile("cannot start a process twice"),
    "no-super-init": re.compile(
        r"AttributeError: .* has no attribute '_(closed|popen|record|parent_pid|config|identity)'"
    ),
    "start-gives-nothing": re.compile(
        r"'NoneType' object has no attribute '(join|is_alive|terminate|kill|close|exitcode|pid|name)'"
    ),
    "unpicklable": re.compile("PicklingError|[Cc]an(no|')t pickle|Can't get local object"),
    "with-acquire": re.compile("'bool' object does not support the context manager protocol"),
}
"""Mistakes that an exception's own words name."""
_MISFIT = re.compile(r"TypeError: .*argument")
_NO_TUPLE = re.compile(r"TypeError: .* object is not iterable")
_BRACKETS = re.compile(r"\bargs\s*=\s*\(\s*(?![^()]*\bfor\b)[^,()\s][^,()]*\)")
"""One argument in brackets, without the comma that makes a tuple."""
_JOIN = re.compile(r"\bjoin\s*\(")


def signs(story: Story, program: Program, *, too_few: bool) -> Iterator[str]:
    """The signs in a story, the most telling first; what each says stands in ``signs.signs``.

    Args:
        story: What happened.
        program: The program that it happened to.
        too_few: Whether what is wrong is that too few could be at work at once.
    """
    workers = _workers(story)
    started = any(step.op.kind == "process.start" for step in story.steps)
    named = [sign for sign, words in _FAILURES.items() if words.search(story.failure)]
    if not started and workers and (story.failed is None or named == ["never-started"]):
        yield "run-not-start"
    yield from named
    failing = None if story.failed is None else story.homes.get(story.failed)
    if failing not in (None, "process-0") and not story.line and _MISFIT.match(story.failure):
        if any(map(_BRACKETS.search, program.main.values())):
            yield "no-comma"
        yield "wrong-arguments"  # nothing of the program's own had been called yet
    elif _NO_TUPLE.match(story.failure) and _BRACKETS.search(
        program.line(story.filename, story.line)
    ):
        yield "no-comma"
        yield "wrong-arguments"
    if not started:
        if story.failed is None:
            yield "never-started"
        return
    endless = any(wait.spins for wait in story.waits)  # and what is wrong is that, whoever works
    if workers == {"process-0"} and story.failed is None and not endless:
        yield "main-works"
    if too_few:
        if _serial(story):
            yield "serial"
        return  # nothing else went wrong
    yield from _waiting(story, program)
    children = workers - {"process-0"}
    if children and failing not in children:  # who fails tells nobody anything
        yield from _telling(story, children)


def _is_own(step: Step) -> bool:
    """Whether some line of the program did it, and not a process's beginning or end."""
    return bool(step.line)


def _workers(story: Story) -> set[str | None]:
    """The processes that did the work: those that slept, or if nobody did, those that changed things."""
    slept = {story.homes.get(each.actor) for each in story.steps if each.op.kind == "local.sleep"}
    return slept or {
        story.homes.get(step.actor)
        for step in story.steps
        if _is_own(step) and _family(step) in _TOLD and KINDS[step.op.kind].changes
    }


def _family(step: Step) -> str:
    return step.op.kind.partition(".")[0]


def _serial(story: Story) -> bool:
    """Whether each child was started only when the one before it had been waited for."""
    previous, count = None, 0
    joined: set[str] = set()
    for step in story.steps:
        if step.op.kind == "process.join" or (
            step.op.kind == "process.look" and isinstance(step.answer, int)
        ):
            joined.add(step.op.object)
        elif step.op.kind == "process.start":
            if previous is not None and previous not in joined:
                return False
            previous, count = step.op.object, count + 1
    return count > 1


def _waiting(story: Story, program: Program) -> Iterator[str]:
    """How somebody who came too early had waited for their children."""
    early = _early(story)
    if early is None or any(wait.spins for wait in story.waits):
        return  # whoever looks again and again may come too late for ever, and never too early
    at, child = early
    parent = story.homes.get(story.steps[at].actor) if at < len(story.steps) else "process-0"
    before = [step for step in story.steps[:at] if story.homes.get(step.actor) == parent]
    born = next(n for n, step in enumerate(before) if _concerns(step, "start", child))
    since = [step for step in before[born:] if _is_own(step)]
    looks = [step for step in before if step.op.kind == "process.look"]
    if any(
        step.op.kind == "local.sleep" and step.filename in program.learners_files for step in since
    ):
        yield "slept-instead"
    if any(_JOIN.search(program.line(step.filename, step.line)) for step in looks):
        yield "join-timeout"
    if any(not isinstance(step.answer, int) for step in looks):
        yield "asked-once"
    joined = any(step.op.kind == "process.join" and _is_own(step) for step in before)
    yield "not-all-joined" if joined else "not-joined"


def _concerns(step: Step, act: str, child: str) -> bool:
    return step.op.kind == f"process.{act}" and step.op.object == child


def _early(story: Story) -> tuple[int, str] | None:
    """Where a parent used what a child of its own, for which it had not waited, changed later.

    Or would have changed, had it not been ended before; or where a parent failed that had learned
    something while such a child was there. The step, and the child.
    """
    waited_for = _Open()
    uses: list[tuple[int, str, frozenset[str]]] = []
    for number, step in enumerate(story.steps):
        home = story.homes.get(step.actor)
        waited_for.see(step, home)
        late = step.op.object if step.op.kind == "process.die" else home
        uses_state = _is_own(step) and _family(step) in _STATE
        if step.op.kind == "process.die" or (uses_state and KINDS[step.op.kind].changes):
            for at, name, children in uses:
                if late in children and (step.op.kind == "process.die" or name == step.op.object):
                    return at, str(late)
        if uses_state and waited_for.of(home):
            uses.append((number, step.op.object, waited_for.of(home)))
    if story.failed is not None:
        parent = story.homes.get(story.failed)
        left = waited_for.of(parent) & waited_for.asked_of(parent) - waited_for.ended
        left -= signs_pool.workers(story)
        if left:
            return len(story.steps), min(left)
    return None


class _Open:
    """The children for which nobody has waited yet, by their parents."""

    def __init__(self) -> None:
        self._parents: dict[str, str | None] = {}
        self._asked: dict[str | None, set[str]] = {}
        self.ended: set[str] = set()

    def see(self, step: Step, home: str | None) -> None:
        """Learn from a step that a process took."""
        child = step.op.object
        if step.op.kind == "process.start":
            self._parents[child] = home
        elif step.op.kind == "process.join" and _is_own(step):
            self._parents.pop(child, None)
        elif step.op.kind in ("process.exit", "process.die"):
            self.ended.add(child)
        elif step.op.kind in _LEARNS:
            self._asked.setdefault(home, set()).update(self.of(home))

    def of(self, parent: str | None) -> frozenset[str]:
        """Those of one parent."""
        return frozenset(child for child, each in self._parents.items() if each == parent)

    def asked_of(self, parent: str | None) -> frozenset[str]:
        """Those that were there when the parent learned something."""
        return frozenset(self._asked.get(parent, ()))


def _telling(story: Story, workers: set[str | None]) -> Iterator[str]:
    """How children went about letting others know what they had found out."""
    steps = [step for step in story.steps if story.homes.get(step.actor) in workers]
    codes = [step for step in steps if step.op.kind == "process.exit" and step.op.argument]
    if codes and story.failed is None:
        yield "exit-code"
    told = [step for step in steps if _family(step) in _TOLD and KINDS[step.op.kind].changes]
    if not told and not codes:
        read = (step for step in story.steps if step.op.kind == "cell.read" and _is_own(step))
        if any(story.homes.get(step.actor) not in workers for step in read):
            yield "unwritten"
        yield "nothing-shared"
    looked: set[tuple[str | None, str]] = set()
    written: dict[str, str | None] = {}
    for step in steps:
        home, name = story.homes.get(step.actor), step.op.object
        if step.op.kind == "cell.read":
            looked.add((home, name))
        elif step.op.kind == "cell.write" and (home, name) not in looked:
            writer = written.setdefault(name, home)
            if writer != home:
                yield "same-place"
