"""What the checks of lesson 05 run beside a learner's code: real processes, really ending.

They end when the probe says so (see :mod:`course.exercises.noticing`), never when a clock does. A
gate opens by itself after `PATIENCE`, so that unforeseen ways of waiting work too, only slowly. A
gate is a semaphore and no event: to set an event whose waiter was killed can hang for ever.

Probes return what they saw as plain data; :mod:`course.exercises.lifecycle` says what it means.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from multiprocessing import (
    Event,
    Process,
    Semaphore,
    active_children,
    current_process,
    get_all_start_methods,
    get_context,
)
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from course.exercises.noticing import WatchedFlag, WatchedLock, notice, noticing
from course.lifecycle import GONE, ZOMBIE, household, look, until
from course.timeline import Tape, mark, record

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess
    from multiprocessing.synchronize import Semaphore as SemaphoreType

# Seconds: by far more than anything here takes on a busy machine.
PATIENCE = 8.0
# So many entries after the one at the gate, a steward is taken not to hear, and ends.
DEAF_AFTER = 3
# Seconds that a join with a limit lasts on somebody at a gate, which does not open for it.
BET = 0.05
CLOSED = "process object is closed"  # as `Process` says


# --- reap ---------------------------------------------------------------------------------------


def reap_probe(namespace: Mapping[str, Any], plan: Sequence[tuple[str, int]]) -> dict[str, Any]:
    """Give `reap` children that ended, as zombies, and children that still run.

    Args:
        namespace: The learner's definitions, `reap` among them.
        plan: For each child ``"ended"`` or ``"running"``, and its exit code: 0 to 255 by itself,
            or, of one that ended, -15: it was terminated.
    """
    with household():
        # The fork server would be their parent and reap them: these must be our own.
        forks = "fork" in get_all_start_methods()
        own: Any = get_context("fork" if forks else "spawn")
        gates = [own.Semaphore(0) for _ in plan]
        children = [
            own.Process(target=_wait_and_end, args=(gate, code))
            for gate, (_, code) in zip(gates, plan, strict=True)
        ]
        # All of them before any ends: every start reaps whoever has ended.
        for child in children:
            child.start()
        pids = [child.pid for child in children]
        for child, gate, (when, code) in zip(children, gates, plan, strict=True):
            if when == "ended":
                child.terminate() if code < 0 else gate.release()
        for pid, (when, _) in zip(pids, plan, strict=True):
            if when == "ended":
                until(partial(_has_ended, pid), seconds=5 * PATIENCE)
        gate_of = dict(zip(map(id, children), gates, strict=True))
        asked: Counter[str] = Counter()
        closed, answer = False, None
        with noticing(lambda child: gate_of[id(child)].release(), asked, at_most=BET):
            try:
                answer = namespace["reap"](list(children))
            except ValueError as error:
                if CLOSED not in str(error):
                    raise
                closed = True
        left = [_fate(pid) for pid in pids]
    questions = asked["exitcode"] + asked["is_alive"]
    return {"answer": _codes(answer), "left": left, "asked": questions, "closed": closed}


def _wait_and_end(gate: SemaphoreType, code: int) -> None:
    gate.acquire(timeout=PATIENCE if code >= 0 else None)
    os._exit(code)  # with no more ado: this may be a fork of a process with much to tidy up


def _has_ended(pid: int) -> bool:
    return look(pid).ended


def _fate(pid: int) -> str:
    status = look(pid).status
    return status if status in {GONE, ZOMBIE} else "running"


def _codes(answer: object) -> list[int | None] | str:
    """The answer if it is a list of exit codes, else the name of what it is instead."""
    if isinstance(answer, list | tuple) and all(type(code) in {int, type(None)} for code in answer):
        return list(answer)
    return type(answer).__name__


# --- chronicle ----------------------------------------------------------------------------------


def chronicle_probe(namespace: Mapping[str, Any], lines: int, mishap: bool) -> dict[str, Any]:
    """Let the learner's `reign` be the life of an emperor, and read the chronicle afterwards.

    Args:
        namespace: The learner's definitions, `reign` among them.
        lines: How many lines the steward has to write.
        mishap: Whether the emperor's rule ends with an exception.
    """
    with TemporaryDirectory() as folder, household(), record() as tape:
        book = Path(folder, "chronicle.txt")
        gate, begun = Semaphore(0), Semaphore(0)
        work = partial(_keep_chronicle, str(book), lines, gate, begun)
        rule = partial(_rule, begun, mishap)
        emperor = Process(target=_live, args=(namespace["reign"], work, rule, gate))
        emperor.start()
        emperor.join(5 * PATIENCE)
        stewards = {event.pid for event in tape.marks if event.text.startswith("begins")}
        # Whoever was left an orphan may still finish.
        until(lambda: all(map(_has_ended, stewards)), seconds=2 * PATIENCE)
        story = _story(tape)
        written = len(book.read_text("utf-8").splitlines()) if book.exists() else 0
    if story["error"].startswith("NotImplementedError"):
        raise NotImplementedError  # here it says what it says in every exercise: not written yet
    return {"written": written, "lines": lines, **story}


def _story(tape: Tape) -> dict[str, Any]:
    """What the tape tells of one reign."""
    first = {event.text.partition(" ")[0]: event for event in reversed(tape.events)}
    begins, rules, ruled, done = map(first.get, ("begins", "rules", "ruled", "done"))
    return {
        "begun": begins is not None,
        "handed": "handed" in first,
        "ruled": rules is not None,
        "elsewhere": bool(rules and rules.text == "rules elsewhere"),
        "same_process": bool(begins and begins.text == "begins emperor"),
        "daemon": bool(begins and begins.text == "begins daemon"),
        "rules_first": bool(begins and ruled and begins.time > ruled.time),
        "waits_first": bool(done and rules and done.time < rules.time),
        "short_join": "short-join" in first,
        "error": first["raised"].text.removeprefix("raised ") if "raised" in first else "",
    }


class _Mishap(Exception):  # noqa: N818 - it is named for what happens
    """What ends some reigns early."""


class _Emperor:
    """Which process is his. A child by fork inherits this, but has a number of its own."""

    pid: int | None = None


def _live(
    reign: Callable[..., object],
    work: Callable[[], None],
    rule: Callable[[], None],
    gate: SemaphoreType,
) -> None:
    """The emperor's process. The gate opens as soon as he waits, at the latest when he ends.

    A process that ends first terminates its daemons and then joins its other children: so a
    steward that is joined only then is let through, and a daemon is dead already.
    """
    _Emperor.pid = os.getpid()
    asked: Counter[str] = Counter()
    # For good: what counts comes after the learner's code.
    notice(lambda _: gate.release(), asked, at_most=BET, opens=PATIENCE)
    try:
        reign(work, rule)
    except _Mishap:
        raise
    except BaseException as error:
        mark(f"raised {type(error).__name__}: {error}")
        raise
    finally:
        if asked["short-join"]:
            mark("short-join")


def _rule(begun: SemaphoreType, mishap: bool) -> None:
    """The emperor's own work: it lasts until his steward, if he has one, has begun."""
    mark("rules here" if os.getpid() == _Emperor.pid else "rules elsewhere")
    begun.acquire(timeout=PATIENCE if active_children() else 0)
    mark("ruled")
    if mishap:
        raise _Mishap


def _keep_chronicle(
    book: str,
    lines: int,
    gate: SemaphoreType,
    begun: SemaphoreType,
    *more: object,
    **named: object,
) -> None:
    """The steward's work: all lines but the last, and the last once somebody waits for it."""
    if more or named:
        mark("handed")
        begun.release()
        raise TypeError("work takes no arguments")
    alone = os.getpid() != _Emperor.pid
    mark(f"begins {('daemon' if current_process().daemon else 'child') if alone else 'emperor'}")
    with Path(book).open("a", encoding="utf-8", buffering=1) as file:
        file.writelines(f"{number}\n" for number in range(1, lines))
        begun.release()
        if alone:
            gate.acquire(timeout=PATIENCE)
        file.write(f"{lines}\n")
    mark("done")


# --- dismiss ------------------------------------------------------------------------------------


def dismiss_probe(namespace: Mapping[str, Any], entries: int) -> dict[str, Any]:
    """Let a steward `serve`, `dismiss` him in the middle of an entry, and see what is left.

    Args:
        namespace: The learner's definitions, `serve` and `dismiss` among them.
        entries: How many entries he has finished before.
    """
    if not callable(namespace.get("serve")):
        return {"serve": False}
    with household(), record() as tape:
        stop, lock = WatchedFlag(), WatchedLock()
        pen = Pen(entries, lock)
        steward = Process(target=_serve, args=(namespace["serve"], stop, lock, pen))
        steward.start()
        pid = steward.pid or 0
        until(lambda: pen.inside.is_set() or _has_ended(pid), seconds=3 * PATIENCE)
        inside, begun = pen.inside.is_set(), sum(event.text == "entry" for event in tape.marks)
        waited: list[BaseProcess] = []

        def waits(process: BaseProcess) -> None:
            waited.append(process)
            pen.gate.release()

        with noticing(waits, Counter(), at_most=BET):
            namespace["dismiss"](steward, stop)
        told = stop.is_set()
        # A sentinel is ready the moment before its process is seen to have ended.
        ended = until(lambda: _has_ended(pid), seconds=PATIENCE if waited else 0)
        pen.gate.release()
        steward.join(PATIENCE)
        free = lock.acquire(timeout=0.2)
        said = {event.text for event in tape.marks}
    error = next((word for word in said if word.startswith("raised ")), "").removeprefix("raised ")
    return {
        "serve": not error.startswith("NotImplementedError"),
        "error": error,
        "inside": inside,
        "begun": begun,
        "told": told,
        "ended": ended,
        "exitcode": steward.exitcode,
        "free": free,
        **{word: word in said for word in ("unlocked", "hoarded", "stuck", "deaf", "flagged")},
    }


def _serve(serve: Callable[..., object], *arguments: object) -> None:
    """The steward's process: nobody sees what it prints, so an error goes on the tape."""
    try:
        serve(*arguments)
    except Exception as error:
        mark(f"raised {type(error).__name__}: {error}")
        raise


class Pen:
    """Writes an entry when called, in the steward's process, and sees how it is used.

    Args:
        entries: After so many, the next one stops in the middle until `gate` opens.
        lock: What has to be held while writing, and let go between two entries.
    """

    def __init__(self, entries: int, lock: WatchedLock) -> None:
        self.entries, self.lock = entries, lock
        self.inside, self.gate = Event(), Semaphore(0)
        self.calls = self.released_before = 0

    def __call__(self) -> None:
        """Write one entry."""
        mark("entry")
        if not self.lock.held():
            mark("unlocked")
        if self.calls and self.lock.released == self.released_before:
            mark("hoarded")
        self.released_before = self.lock.released
        if self.calls == self.entries:
            self.inside.set()
            self.gate.acquire(timeout=PATIENCE)
        if self.calls > self.entries + DEAF_AFTER:
            mark("deaf")
            os._exit(1)  # a steward that goes on for ever has to end some day
        self.calls += 1
