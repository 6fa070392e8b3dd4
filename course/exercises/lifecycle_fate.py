"""Lesson 05, tell a zombie from an orphan: a process table, and one process in it.

The tables are ones that a system can have: whoever has ended has no children any more, because they
were given to another parent. So the parent at birth and the parent of now, compared, tell an
orphan, and the parent's own row, which may be missing, need not be looked for.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from autograder.exercise import Arguments, Exercise

Row = Mapping[str, Any]
Table = Sequence[Row]
Model = Callable[[int, int, Table], str]

# What psutil says of processes that can still run: waiting is no kind of being dead.
LIVING = ("running", "sleeping", "sleeping", "disk-sleep", "stopped")


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


# --- what learners take for it ------------------------------------------------------------------


def _changed(answers: Mapping[str, str]) -> Model:
    """The model of somebody who has the right cases in mind and gives them other names."""
    return lambda pid, born_to, table: answers.get(right := fate(pid, born_to, table), right)


def _of_the_living(answer: Callable[[Row, int, Table], str]) -> Model:
    """The model of somebody who knows who has ended, and says `answer` of the others."""

    def model(pid: int, born_to: int, table: Table) -> str:
        row = _row(pid, table)
        if row is None or row["status"] == "zombie":
            return fate(pid, born_to, table)
        return answer(row, born_to, table)

    return model


def _orphan_unless(alive: Callable[[Row, int, Table], bool]) -> Model:
    return _of_the_living(lambda *asked: "alive" if alive(*asked) else "orphan")


def _lives(pid: int, table: Table) -> bool:
    row = _row(pid, table)
    return row is not None and row["status"] != "zombie"


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


MISCONCEPTIONS: Mapping[str, Model] = {
    "notes": _changed({"orphan": "zombie"}),
    "swapped": _changed({"orphan": "zombie", "zombie": "orphan"}),
    "gone-is-zombie": _changed({"gone": "zombie"}),
    "zombie-is-gone": _changed({"zombie": "gone"}),
    "zombie-is-alive": _changed({"zombie": "alive"}),
    "orphan-is-alive": _changed({"orphan": "alive"}),
    "only-init": _orphan_unless(lambda row, _, __: row["ppid"] != 1),
    "parent-in-table": _orphan_unless(lambda _, born_to, table: bool(_row(born_to, table))),
    "parent-lives": _orphan_unless(lambda _, born_to, table: _lives(born_to, table)),
    "parent-also-in-table": _orphan_unless(
        lambda row, born_to, table: row["ppid"] == born_to and _lives(born_to, table)
    ),
    "system-words": _of_the_living(
        lambda row, born_to, _: str(row["status"]) if row["ppid"] == born_to else "orphan"
    ),
    "status-alone": _of_the_living(lambda row, _, __: str(row["status"])),
    "orphan-first": _orphan_first,
    "only-running": _only_running,
}


# --- tables -------------------------------------------------------------------------------------


def some_table(rng: random.Random, size: int) -> Arguments:
    """A table of `size` processes, and a question about one that may or may not be in it."""
    *pids, stranger = rng.sample(range(2, 40), size + 1)
    rows: list[dict[str, Any]] = []
    for pid in pids:
        parents = [1, stranger, *(row["pid"] for row in rows if row["status"] != "zombie")]
        status = rng.choice([*LIVING, "zombie", "zombie"])
        rows.append({"pid": pid, "ppid": rng.choice(parents), "status": status})
    rng.shuffle(rows)
    asked = rng.choice([*pids, *pids, stranger])
    row = _row(asked, rows)
    here = row["ppid"] if row else 1
    elsewhere = [1, *(pid for pid in (*pids, stranger) if pid != asked)]
    return asked, rng.choice([here, here, rng.choice(elsewhere)]), rows


def is_table(pid: int, born_to: int, table: Table) -> bool:
    """Whether a system could have it: one row a process, and nobody is a child of the ended."""
    if any(row.keys() != {"pid", "ppid", "status"} for row in table):
        return False
    pids = [row["pid"] for row in table]
    ended = {row["pid"] for row in table if row["status"] == "zombie"}
    return (
        len(set(pids)) == len(pids)
        and all(row["ppid"] != row["pid"] and row["ppid"] not in ended for row in table)
        and born_to != pid
        and min([pid, born_to, *pids]) >= 1
    )


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
    misconceptions=MISCONCEPTIONS,
)
