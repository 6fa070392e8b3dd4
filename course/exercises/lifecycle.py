"""Lesson 05: what becomes of processes that end, of those whose parents end, and of their work.

Telling an orphan from a zombie takes a plain function (:mod:`course.exercises.lifecycle_fate`). In
the other exercises real processes run: :mod:`course.exercises.lifecycle_probes` sees to it that
what they show never depends on chance, and the judges here say what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.exercise import Arguments, Exercise, Finding
from course.exercises.lifecycle_fate import FATE

PROBES = "course.exercises.lifecycle_probes"


# --- reap ---------------------------------------------------------------------------------------


def judge_reap(args: Arguments, seen: Mapping[str, Any]) -> Finding | None:
    """Whether everybody was waited for, and every exit code brought back in order."""
    codes = [code for _, code in args[0]]
    answer, left = seen["answer"], seen["left"]
    if seen["closed"]:
        return Finding("closed")
    if isinstance(answer, str):
        return Finding("no-list", fields={"kind": answer})
    zombies, running = left.count("zombie"), left.count("running")
    fields = {"codes": codes, "answer": answer, "number": len(codes)}
    fields |= {"zombies": zombies, "running": running}
    if None in answer:
        return Finding("not-waited" if seen["asked"] else "join-result", fields=fields)
    # Whoever was killed was often waited for as well: name what came first.
    if any(got < 0 <= code for got, code in zip(answer, codes, strict=False)):
        return Finding("killed", fields=fields)
    if zombies or running:
        return Finding("zombie-left" if zombies else "left-running", fields=fields)
    if answer == codes:
        return None
    if len(answer) != len(codes):
        return Finding("count", fields=fields)
    if answer == [abs(code) for code in codes]:
        return Finding("sign-lost", fields=fields)
    return Finding("order" if sorted(answer) == sorted(codes) else "codes", fields=fields)


REAP = Exercise(
    id="05-lifecycle/reap",
    name="reap",
    examples=(
        ([("ended", 3)],),
        ([("running", 0)],),
        ([],),
        ([("ended", 0), ("ended", 1)],),
        ([("running", 2), ("ended", 0)],),
        ([("running", 1), ("running", 0)],),
        ([("ended", 255), ("ended", 0), ("ended", 7)],),
        ([("ended", -15), ("running", 0), ("ended", 44)],),
        ([("running", 5), ("ended", 1), ("running", 0), ("ended", 3)],),
    ),
    judge=judge_reap,
    probe=f"{PROBES}:reap_probe",
    seconds=60,
)


# --- chronicle: a daemon's lost work ------------------------------------------------------------


def judge_chronicle(args: Arguments, seen: Mapping[str, Any]) -> Finding | None:
    """Whether a steward, in a process of his own, wrote everything while the emperor ruled."""
    fields = {"written": seen["written"], "lines": seen["lines"], "error": seen["error"]}
    diagnosis = _mistake_of_reign(seen) or (
        None if seen["written"] == seen["lines"] else _how_lost(args[1], seen)
    )
    return Finding(diagnosis, fields=fields) if diagnosis else None


def _mistake_of_reign(seen: Mapping[str, Any]) -> str | None:
    """What is wrong however much was written."""
    wrong = {
        "handed": seen["handed"],
        "raised": bool(seen["error"]),
        "nothing": not seen["begun"] and not seen["ruled"],
        "not-ruled": not seen["ruled"],
        "ruled-elsewhere": seen["elsewhere"],
        "same-process": seen["same_process"],
        "waits-first": seen["waits_first"],
        "rules-first": seen["rules_first"],
    }
    return next((diagnosis for diagnosis, holds in wrong.items() if holds), None)


def _how_lost(mishap: bool, seen: Mapping[str, Any]) -> str:
    """Why the last lines are missing."""
    if not seen["begun"]:
        return "not-started"
    if not seen["daemon"]:
        return "killed"
    if mishap:
        return "lost-by-mishap"
    return "short-join" if seen["short_join"] else "daemon-lost"


CHRONICLE = Exercise(
    id="05-lifecycle/chronicle",
    name="reign",
    examples=((2, False), (100, True)),
    judge=judge_chronicle,
    probe=f"{PROBES}:chronicle_probe",
    seconds=90,
)


# --- dismiss: a worker is stopped, and its lock is not lost -------------------------------------


def judge_dismiss(_: Arguments, seen: Mapping[str, Any]) -> Finding | None:
    """Whether the steward finished his entry, released the lock and ended by himself."""
    if not seen["serve"]:
        return Finding("no-serve")
    code = seen["exitcode"]
    wrong = {
        "waits-for-himself": seen["stuck"],
        "waits-for-flag": seen["flagged"],
        "raised": bool(seen["error"]),
        # On Windows too, multiprocessing says of a terminated process that a signal ended it.
        "exit-code": not seen["inside"] and code is not None and code > 0,
        "no-work": not seen["inside"] and not seen["begun"],
        "stops-early": not seen["inside"],
        "unlocked": seen["unlocked"],
        "hoards": seen["hoarded"],
        "killed": code is not None and code < 0,
        "never-told": not seen["told"],
        "not-waited": not seen["ended"],
        "deaf": seen["deaf"],
        "lock-held": not seen["free"],
    }
    diagnosis = next((diagnosis for diagnosis, holds in wrong.items() if holds), None)
    if diagnosis is None and code != 0:
        diagnosis = "exit-code"
    fields = {"code": code, "begun": seen["begun"], "error": seen["error"]}
    return Finding(diagnosis, fields=fields) if diagnosis else None


DISMISS = Exercise(
    id="05-lifecycle/dismiss",
    name="dismiss",
    examples=((0,), (2,)),
    judge=judge_dismiss,
    probe=f"{PROBES}:dismiss_probe",
    seconds=60,
)


EXERCISES = (REAP, FATE, CHRONICLE, DISMISS)
