"""A step in words: what is done to what, and what it answered.

The words are in the catalogue below ``explorer.op``, one phrase for each kind of operation and further
ones, with a suffix, for answers that read differently. ``explorer.wait`` has what is said of who waits
to do it.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import Any

from autograder.explorer.calls import Call, call_of
from autograder.explorer.families.disk import HOME, Failed
from autograder.explorer.labels import label, spot
from autograder.explorer.operations import Error, Op
from autograder.explorer.reports import Step, Story, Wait
from autograder.explorer.showing import show, show_message
from autograder.messages import text

_SIZE = "-size"


def phrase(story: Story, step: Step) -> str:
    """What happened at a step, in words, beginning with a verb.

    Example::

        phrase(story, step)  # 'reads tickets: 1'
    """
    op, answer = step.op, step.answer
    if isinstance(answer, Error) and op.kind not in ("channel.recv", "channel.try-recv"):
        suffix = "-error" if "-error" in VARIANTS.get(op.kind, ()) else ""
        return text("explorer.raises", phrase=_said(story, op, None, suffix), error=answer.name)
    if isinstance(answer, Failed):
        failed = errno.errorcode.get(answer.errno, str(answer.errno))
        return text("explorer.raises", phrase=_said(story, op, None, ""), error=failed)
    return _said(story, op, answer, variant(op, answer))


def variant(op: Op, answer: Any) -> str:
    """The suffix of the phrase that fits the answer; empty for the usual one."""
    choose = _CHOICES.get(op.kind)
    suffix = choose(op, answer) if choose is not None else ""
    if op.object.endswith(_SIZE) and op.kind in _OF_SIZE:
        return f"-size{suffix}"
    if op.object.startswith("pipe") and op.kind in _OF_PIPE and not suffix:
        return "-pipe"
    return suffix


def _object(story: Story, op: Op) -> str:
    """What an operation is done to, as the program calls it."""
    if op.kind.startswith("disk."):
        path = op.argument if isinstance(op.argument, str) else op.argument[0]
        return path.removeprefix(f"{HOME}/")
    return label(story, op.object) if op.object else ""


def _said(story: Story, op: Op, answer: Any, suffix: str) -> str:
    kind, called = op.kind, _object(story, op)
    if kind == "cell.call":
        return _called(called, call_of(op, answer))
    fields = {"object": called, "value": _value(op, answer)}
    try:
        return text(f"explorer.op.{kind}{suffix}", **fields)
    except KeyError:
        return text("explorer.op-unknown", kind=kind, object=called)


def _called(called: str, call: Call) -> str:
    """A call in words; entries and attributes read as what they are."""
    if call.part:
        kind = "write" if call.writes else "read"
        return text(f"explorer.op.cell.{kind}", object=called + call.part, value=call.value)
    plain = call.method.strip("_")
    told = f"{called}.{call.method}({', '.join(call.arguments)})"
    if plain != call.method:
        told = f"{plain}({called})"
    if call.raised:
        done = text("explorer.op.cell.call-done", call=told, object=called)
        return text("explorer.raises", phrase=done, error=call.value)
    suffix = "-done" if call.value in ("None", "") else ""
    return text(f"explorer.op.cell.call{suffix}", object=called, call=told, value=call.value)


def _value(op: Op, answer: Any) -> str:
    """The value that the phrase is about."""
    argument = op.argument
    if op.kind in _ANSWERED:
        return show(answer)
    if op.kind in _SENT:
        return show_message(argument)
    match op.kind:
        case "channel.recv" | "channel.try-recv":
            return show_message(answer)
        case "file.read" | "file.read-on":
            return content(answer)
        case "file.write" | "file.write-on":
            return content(argument[1] if isinstance(argument, tuple) else argument)
        case "barrier.enter" if isinstance(answer, int):
            return show(answer + 1)
        case "barrier.look" if isinstance(answer, tuple):
            return show(answer[1])
        case "disk.move":
            return str(argument[1]).removeprefix(f"{HOME}/")
        case "local.sleep" if isinstance(argument, float):
            return f"{argument:g}"
    return show(argument)


_ANSWERED = frozenset(
    """
    cell.read semaphore.look bounded.look tasks.look condition.notify disk.list store.look store.get
    store.try-get
    """.split()
)
_SENT = frozenset("channel.send channel.flush store.put store.try-put".split())


def content(data: Any) -> str:
    """What is in a file, as text if it is text.

    >>> content(b"{}")
    "'{}'"
    """
    if isinstance(data, bytes):
        try:
            return show(data.decode())
        except UnicodeDecodeError:
            pass
    return show(data)


Choice = Callable[[Op, Any], str]


def _no(_op: Op, answer: Any) -> str:
    return "" if answer else "-no"


def _taken(_op: Op, answer: Any) -> str:
    return "" if answer is None else "-no"


def _found(_op: Op, answer: Any) -> str:
    return "-no" if answer is None else ""


def _ended(_op: Op, answer: Any) -> str:
    return "-ended" if isinstance(answer, int) else ""


def _received(_op: Op, answer: Any) -> str:
    if isinstance(answer, Error):
        return "-end" if answer.name == "EOFError" else "-mixed"
    return "-no" if answer is None else ""


def _sent(op: Op, _answer: Any) -> str:
    return "-lost" if op.argument == b"" else ""


def _code(op: Op, _answer: Any) -> str:
    return "-code" if op.argument else ""


def _signal(op: Op, _answer: Any) -> str:
    return {-15: "-15", -9: "-9"}.get(op.argument, "")


def _emptied(op: Op, _answer: Any) -> str:
    return "" if op.argument else "-all"


def _was_empty(_op: Op, answer: Any) -> str:
    return "" if answer else "-empty"


_CHOICES: dict[str, Choice] = {
    "job.try-next": _found,
    "pool.take": _found,
    "pool.cancel": _no,
    "lock.try": _no, "rlock.try": _no, "semaphore.try": _no, "bounded.try": _no,
    "lock.look": _taken, "rlock.look": _taken,
    "event.is-set": _no, "event.wait": _no, "event.wake": _no, "event.give-up": _no,
    "condition.notify": _no, "condition.give-up": _no,
    "channel.recv": _received, "channel.try-recv": _received, "channel.poll": _no,
    "channel.flush": _sent,
    "job.look": _no, "any.look": _no,
    "disk.look": _found, "disk.create": _taken, "store.try-put": _no, "store.try-get": _found,
    "file.cut": _emptied, "file.read": _was_empty, "file.read-on": _was_empty,
    "process.exit": _code, "process.die": _signal, "process.look": _ended,
}  # fmt: skip
_OF_SIZE = frozenset(
    "semaphore.acquire semaphore.try semaphore.release semaphore.look tasks.add tasks.look".split()
)
_OF_PIPE = frozenset("channel.send channel.recv channel.try-recv".split())
VARIANTS = {
    "barrier.enter": ["-error"],
    "job.try-next": ["-no"],
    "pool.take": ["-no"],
    "pool.cancel": ["-no"],
    "cell.call": ["-done"], "disk.look": ["-no"], "disk.create": ["-no"], "store.try-put": ["-no"],
    "store.try-get": ["-no"], "file.read-on": ["-empty"],
    "lock.try": ["-no"], "rlock.try": ["-no"], "lock.look": ["-no"], "rlock.look": ["-no"],
    "semaphore.try": ["-no", "-size", "-size-no"], "bounded.try": ["-no"],
    "semaphore.acquire": ["-size"], "semaphore.release": ["-size"], "semaphore.look": ["-size"],
    "event.is-set": ["-no"], "event.wait": ["-no"], "event.wake": ["-no"], "event.give-up": ["-no"],
    "condition.notify": ["-no"], "condition.give-up": ["-no"],
    "channel.send": ["-pipe"], "channel.recv": ["-end", "-mixed", "-pipe"],
    "channel.try-recv": ["-no", "-end", "-pipe"],
    "channel.poll": ["-no"], "channel.flush": ["-lost"],
    "tasks.add": ["-size"], "tasks.look": ["-size"],
    "job.look": ["-no"], "any.look": ["-no"],
    "file.cut": ["-all"], "file.read": ["-empty"],
    "process.exit": ["-code"], "process.die": ["-15", "-9"], "process.look": ["-ended"],
}  # fmt: skip
"""The phrases that kinds have beside the usual one."""


# --- Waiting ------------------------------------------------------------------------------------------


def waiting(story: Story, wait: Wait) -> str:
    """What somebody waits for, in words, beginning with a verb: "waits for right"."""
    if wait.spins and wait.op.kind.partition(".")[0] in _TAKEN:
        return text("explorer.keeps-asking", object=label(story, wait.op.object))
    return _of_wait(story, wait, "wait")


def place_of(wait: Wait) -> str:
    """Where somebody waits: in which line, or at the end of its process; a pool's worker, nowhere."""
    if wait.op.kind.startswith("pool.") and not wait.line:
        return ""
    if not wait.line:
        return text("explorer.at-end")
    return text("explorer.at", line=spot(wait.filename, wait.line))


def nobody(story: Story, wait: Wait) -> str:
    """That nobody is left who could end a wait, or that what they do is never enough."""
    report = _REPORTS.get(wait.op.kind)
    if any((step.op.kind, step.op.object) == (report, wait.op.object) for step in story.steps):
        return text("explorer.nobody.never-zero")
    return _of_wait(story, wait, "nobody")


def _of_wait(story: Story, wait: Wait, table: str) -> str:
    kind = wait.op.kind
    fields = {"object": label(story, wait.op.object), **_FACTS, **wait.facts}
    suffixes = ["-size", ""] if wait.op.object.endswith(_SIZE) else [""]
    for key in [*(f"{kind}{suffix}" for suffix in suffixes), "other"]:
        try:
            return text(f"explorer.{table}.{key}", **fields)
        except KeyError:
            continue
    raise KeyError(kind)


_TAKEN = frozenset({"lock", "rlock", "semaphore", "bounded"})
"""What one may ask for without being blocked, and ask for again."""
_REPORTS = {"tasks.wait": "tasks.done", "store.join": "store.done"}
"""What lowers the count that a queue's join waits to see at 0."""
_FACTS = {"arrived": 0, "parties": 0, "count": 0}
