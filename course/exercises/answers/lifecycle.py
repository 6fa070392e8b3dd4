"""The answer key of lesson 05: what has become of a process, and what learners take for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from autograder.answer_key import AnswerKey
from course.exercises.lifecycle_fate import Row, Table, row_of

Model = Callable[[int, int, Table], str]


def fate(pid: int, born_to: int, table: Table) -> str:
    """What has become of process `pid`, whose parent at birth was `born_to`.

    >>> fate(7, 5, [{"pid": 7, "ppid": 1, "status": "sleeping"}])
    'orphan'
    """
    row = row_of(pid, table)
    if row is None:
        return "gone"
    if row["status"] == "zombie":
        return "zombie"
    return "alive" if row["ppid"] == born_to else "orphan"


# --- what learners take for it ------------------------------------------------------------------


def _changed(answers: Mapping[str, str]) -> Model:
    """The model of somebody who has the right cases in mind and gives them other names."""
    return lambda pid, born_to, table: answers.get(right := fate(pid, born_to, table), right)


def _of_the_living(answer: Callable[[Row, int, Table], str]) -> Model:
    """The model of somebody who knows who has ended, and says `answer` of the others."""

    def model(pid: int, born_to: int, table: Table) -> str:
        row = row_of(pid, table)
        if row is None or row["status"] == "zombie":
            return fate(pid, born_to, table)
        return answer(row, born_to, table)

    return model


def _orphan_unless(alive: Callable[[Row, int, Table], bool]) -> Model:
    return _of_the_living(lambda *asked: "alive" if alive(*asked) else "orphan")


def _lives(pid: int, table: Table) -> bool:
    row = row_of(pid, table)
    return row is not None and row["status"] != "zombie"


def _orphan_first(pid: int, born_to: int, table: Table) -> str:
    row = row_of(pid, table)
    if row is not None and row["ppid"] != born_to:
        return "orphan"
    return fate(pid, born_to, table)


def _only_running(pid: int, born_to: int, table: Table) -> str:
    row = row_of(pid, table)
    if row is not None and row["status"] != "running":
        return "zombie"
    return fate(pid, born_to, table)


_MISCONCEPTIONS: Mapping[str, Model] = {
    "notes": _changed({"orphan": "zombie"}),
    "swapped": _changed({"orphan": "zombie", "zombie": "orphan"}),
    "gone-is-zombie": _changed({"gone": "zombie"}),
    "zombie-is-gone": _changed({"zombie": "gone"}),
    "zombie-is-alive": _changed({"zombie": "alive"}),
    "orphan-is-alive": _changed({"orphan": "alive"}),
    "only-init": _orphan_unless(lambda row, _, __: row["ppid"] != 1),
    "parent-in-table": _orphan_unless(lambda _, born_to, table: bool(row_of(born_to, table))),
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


def _living_as_zombie(pid: int, born_to: int, table: Table) -> str:
    return "zombie" if _lives(pid, table) else fate(pid, born_to, table)


_SLIPS: Mapping[str, Model] = {"orphan-first": _orphan_first, "alive-is-zombie": _living_as_zombie}
"""What is the matter with one answer, where none of the above is with all."""

FATE = AnswerKey(fate, _MISCONCEPTIONS, _SLIPS)
