"""Lesson 05: what becomes of processes that end, of those whose parents end, and of their work.

The first exercise about words is a plain function and compared with a model. In the others real
processes run: :mod:`course.exercises.lifecycle_probes` sees to it that what they show never depends
on chance, and the judges here say what it means.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from autograder.exercise import Arguments, Exercise, Finding

Row = Mapping[str, Any]
Table = Sequence[Row]

PROBES = "course.exercises.lifecycle_probes"
# What psutil says of processes that can still run: waiting is no kind of being dead.
LIVING = ("running", "sleeping", "sleeping", "disk-sleep", "stopped")


# --- fate: zombie or orphan ---------------------------------------------------------------------


def fate(pid: int, born_to: int, table: Table) -> str:
    """What has become of process `pid`, whose parent at birth was `born_to`.

    >>> fate(7, 5, [{"pid": 7, "ppid": 1, "status": "sleeping"}])
    'orphan'
    """
    row = _row(pid, table)
    if row is None:
        return "gone"
    if row["status"] == "zombie":
        return "zombie"
    return "alive" if row["ppid"] == born_to else "orphan"


def _row(pid: int, table: Table) -> Row | None:
    return next((row for row in table if row["pid"] == pid), None)


def _changed(answers: Mapping[str, str]) -> Callable[[int, int, Table], str]:
    """The model of somebody who has the right cases in mind and gives them other names."""
    return lambda pid, born_to, table: answers.get(right := fate(pid, born_to, table), right)


def _only_init(pid: int, born_to: int, table: Table) -> str:
    row = _row(pid, table)
    if row is None or row["status"] == "zombie":
        return fate(pid, born_to, table)
    return "orphan" if row["ppid"] == 1 else "alive"


def _parent_not_in_table(pid: int, born_to: int, table: Table) -> str:
    row = _row(pid, table)
    if row is None or row["status"] == "zombie":
        return fate(pid, born_to, table)
    return "alive" if _row(born_to, table) else "orphan"


def _orphan_first(pid: int, born_to: int, table: Table) -> str:
    row = _row(pid, table)
    if row is not None and row["ppid"] != born_to:
        return "orphan"
    return fate(pid, born_to, table)


def _only_running(pid: int, born_to: int, table: Table) -> str:
    row = _row(pid, table)
    if row is not None and row["status"] != "running":
        return "zombie"
    return fate(pid, born_to, table)


def some_table(rng: random.Random, size: int) -> Arguments:
    """A table of `size` processes, and a question about one that may or may not be in it."""
    pids = rng.sample(range(2, 40), size + 1)
    rows = [
        {
            "pid": pid,
            "ppid": rng.choice([1, *pids]),
            "status": rng.choice([*LIVING, "zombie", "zombie"]),
        }
        for pid in pids[:size]
    ]
    asked = rng.choice([*pids[:size], *pids[:size], pids[size]])
    row = _row(asked, rows)
    here = row["ppid"] if row else 1
    return asked, rng.choice([here, here, rng.choice([1, *pids])]), rows


def is_table(pid: int, born_to: int, table: Table) -> bool:
    """Whether every process has one row and the numbers are ones that processes have."""
    if any(row.keys() != {"pid", "ppid", "status"} for row in table):
        return False
    pids = [row["pid"] for row in table]
    return len(set(pids)) == len(pids) and min([pid, born_to, *pids]) >= 1


FATE = Exercise(
    id="05-lifecycle/fate",
    name="fate",
    examples=(
        (7, 5, [{"pid": 7, "ppid": 5, "status": "running"}]),
        (7, 5, []),
        (7, 5, [{"pid": 7, "ppid": 5, "status": "zombie"}]),
        (7, 5, [{"pid": 7, "ppid": 1, "status": "running"}]),
        (7, 5, [{"pid": 7, "ppid": 5, "status": "sleeping"}]),
        # A zombie whose parent has ended too is still nothing but a zombie.
        (7, 5, [{"pid": 7, "ppid": 1, "status": "zombie"}]),
        # Who adopts need not be number 1.
        (7, 5, [{"pid": 7, "ppid": 3, "status": "sleeping"}]),
        # Children of number 1 have not lost anybody.
        (7, 1, [{"pid": 7, "ppid": 1, "status": "sleeping"}]),
        # The parent ended and nobody waited for it: it is in the table, its child adopted already.
        (
            7,
            5,
            [
                {"pid": 5, "ppid": 2, "status": "zombie"},
                {"pid": 7, "ppid": 1, "status": "sleeping"},
            ],
        ),
    ),
    generate=some_table,
    valid=is_table,
    reference=fate,
    misconceptions={
        "notes": _changed({"orphan": "zombie"}),
        "swapped": _changed({"orphan": "zombie", "zombie": "orphan"}),
        "gone-is-zombie": _changed({"gone": "zombie"}),
        "zombie-is-gone": _changed({"zombie": "gone"}),
        "zombie-is-alive": _changed({"zombie": "alive"}),
        "orphan-is-alive": _changed({"orphan": "alive"}),
        "only-init": _only_init,
        "parent-in-table": _parent_not_in_table,
        "orphan-first": _orphan_first,
        "only-running": _only_running,
    },
)


# --- reap ---------------------------------------------------------------------------------------


def judge_reap(args: Arguments, seen: Mapping[str, Any]) -> Finding | None:
    """Whether everybody was waited for, and every exit code brought back in order."""
    codes = [code for _, code in args[0]]
    answer, left = seen["answer"], seen["left"]
    if isinstance(answer, str):
        return Finding("no-list", fields={"kind": answer})
    fields = {"codes": codes, "answer": answer, "number": len(codes)}
    if None in answer:
        return Finding("not-waited" if seen["asked"] else "join-result", fields=fields)
    # Whoever was killed was often waited for as well: name what came first.
    if any(got < 0 <= code for got, code in zip(answer, codes, strict=False)):
        return Finding("killed", fields=fields)
    for status, diagnosis in (("zombie", "zombie-left"), ("running", "left-running")):
        if status in left:
            return Finding(diagnosis, fields={**fields, "number": left.count(status)})
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
        "raised": bool(seen["error"]),
        "nothing": not seen["begun"] and not seen["ruled"],
        "not-ruled": not seen["ruled"],
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
        "no-work": not seen["inside"],
        "unlocked": seen["unlocked"],
        # On Windows too, multiprocessing says of a terminated process that a signal ended it.
        "killed": code is not None and code < 0,
        "never-told": not seen["told"],
        "not-waited": seen["left"] == "running",
        "deaf": seen["deaf"],
        "lock-held": not seen["free"],
        "exit-code": code != 0,
        "zombie-left": seen["left"] == "zombie",
    }
    diagnosis = next((diagnosis for diagnosis, holds in wrong.items() if holds), None)
    return Finding(diagnosis, fields={"code": code}) if diagnosis else None


DISMISS = Exercise(
    id="05-lifecycle/dismiss",
    name="dismiss",
    examples=((0,), (2,)),
    judge=judge_dismiss,
    probe=f"{PROBES}:dismiss_probe",
    seconds=60,
)


EXERCISES = (REAP, FATE, CHRONICLE, DISMISS)
