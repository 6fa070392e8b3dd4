"""Lesson 05, tell a zombie from an orphan: a process table, and one process in it.

The tables are ones that a system can have: whoever has ended has no children any more, because they
were given to another parent. So the parent at birth and the parent of now, compared, tell an
orphan, and the parent's own row, which may be missing, need not be looked for.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.exercise import Arguments, Exercise

Row = Mapping[str, Any]
Table = Sequence[Row]

# What psutil says of processes that can still run: waiting is no kind of being dead.
LIVING = ("running", "sleeping", "sleeping", "disk-sleep", "stopped")


def row_of(pid: int, table: Table) -> Row | None:
    """The row of process `pid`, if it is in the table."""
    return next((row for row in table if row["pid"] == pid), None)


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
    row = row_of(asked, rows)
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
    answer_key="course.exercises.answers.lifecycle:FATE",
)
