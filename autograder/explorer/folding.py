"""A story in rows: steps that are shown, and those that do not matter folded away.

:mod:`~autograder.explorer.mattering` says which those are. What a process did in one line and without
a break is one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from autograder.explorer.causes import AFTER_OTHERS
from autograder.explorer.labels import listed, order, process_at, process_of
from autograder.explorer.mattering import (
    LOCKS,
    Weighing,
    is_bookkeeping,
    printed,
    printed_before,
    thing,
)
from autograder.explorer.reports import Step, Story
from autograder.explorer.wording import phrase
from autograder.messages import text

_VAGUE = frozenset({"prepared", "private", "other"})


@dataclass(frozen=True, slots=True)
class Row:
    """Steps that a process took one after the other in one line, and are shown together.

    Args:
        number: The number of the first of them in the schedule, from 1.
        steps: The steps.
    """

    number: int
    steps: tuple[Step, ...]

    @property
    def step(self) -> Step:
        """The first of them."""
        return self.steps[0]


@dataclass(frozen=True, slots=True)
class Fold:
    """Steps in a row that are not shown.

    Args:
        rows: The steps, one in each row.
        categories: What they are, without starts and ends: keys of the catalogue below
            ``explorer.fold``.
    """

    rows: tuple[Row, ...]
    categories: tuple[str, ...]


def folded(story: Story) -> list[Row | Fold]:
    """The rows of a story, those that do not matter folded.

    Example::

        [Fold(...), Row(3, ...), Row(4, ...)]
    """
    weighing = Weighing(story)
    rows = [Row(number, (step,)) for number, step in enumerate(story.steps, 1)]
    found: list[Row | Fold] = []
    for keep, group in groupby(rows, lambda row: row.number in weighing.kept):
        if keep:
            found += _together(group)
        else:
            away = tuple(group)
            categories = dict.fromkeys(_category(weighing, row) for row in away)
            found.append(Fold(away, tuple(each for each in categories if each)))
    return found


def _category(weighing: Weighing, row: Row) -> str:
    """What kind of folded step it is; empty for a start or an end, whose names are told."""
    kind = row.step.op.kind
    if kind in ("process.start", "process.exit"):
        return ""
    if kind.startswith("process."):
        return "joined"
    if kind == "local.sleep":
        return "slept"
    if row.number in weighing.repeated:
        return "again"
    if kind in LOCKS:
        return "locks"
    if row.number <= weighing.before:
        return "prepared"
    return "private" if len(weighing.users[thing(row.step)]) < 2 else "other"


def _together(rows: Iterable[Row]) -> list[Row]:
    """Rows, those of one process and line joined."""
    found: list[Row] = []
    for (_, _, line), group in groupby(
        rows, lambda row: (row.step.actor, row.step.filename, row.step.line)
    ):
        joined = list(group)
        if line:
            found.append(Row(joined[0].number, tuple(row.step for row in joined)))
        else:
            found += joined
    return found


def said(story: Story, row: Row) -> list[tuple[str, bool]]:
    """What a row's steps did, in words, and what was printed after them, which is marked True.

    Example::

        said(story, row)  # [('gets 1 from q', False), ('ate 1', True)]
    """
    told: list[tuple[str, bool]] = []
    for step in row.steps:
        first = printed_before(step)
        told += [(line, True) for line in first]
        silent = is_bookkeeping(step) or (step.op.kind == "local.print" and printed(step))
        if not silent or not (printed(step) or len(row.steps) > 1):
            told.append((phrase(story, step), False))
        told += [(line, True) for line in printed(step)[len(first) :]]
    counted = [(each, is_print, len(list(group))) for (each, is_print), group in groupby(told)]
    return [
        (each if count == 1 else f"{each} ×{count}", is_print) for each, is_print, count in counted
    ]


def columns(story: Story, rows: Sequence[Row | Fold]) -> list[str]:
    """The processes that need a column, by their names as shared things, in the family's order."""
    homes = {story.homes.get(row.step.actor, "") for row in rows if isinstance(row, Row)}
    homes |= {
        story.homes.get(wait.actor, "") for wait in story.waits if wait.op.kind not in AFTER_OTHERS
    }
    if story.failed is not None:
        homes.add(story.homes.get(story.failed, ""))
    if story.given_up is not None:
        homes.add(story.homes.get(story.given_up.actor, ""))
    return sorted(homes, key=order)


def last_lines(rows: Sequence[Row | Fold]) -> dict[int, tuple[str, int]]:
    """The file and line that were shown last of each actor."""
    return {
        row.step.actor: (row.step.filename, row.step.line) for row in rows if isinstance(row, Row)
    }


def summary(story: Story, fold: Fold) -> str:
    """How many steps are folded, and a word of what they are.

    Example::

        summary(story, fold)  # '… 2 steps: MainProcess starts Process-1 and Process-2 …'
    """
    words: list[str] = []
    started: dict[str, list[str]] = {}
    gone = []
    for row in fold.rows:
        step = row.step
        if step.op.kind == "process.start":
            name = process_of(story, step.actor)
            started.setdefault(name, []).append(process_at(story, step.op.object))
        elif step.op.kind == "process.exit":
            gone.append(process_at(story, step.op.object))
    for name, children in started.items():
        words.append(text("explorer.fold.started", process=name, others=listed(children)))
    if gone:
        key = "explorer.fold.ended-one" if len(gone) == 1 else "explorer.fold.ended"
        words.append(text(key, processes=listed(gone)))
    telling = [each for each in fold.categories if each not in _VAGUE]
    rest = telling or (fold.categories[:1] if not words else ())
    words += [text(f"explorer.fold.{each}") for each in rest]
    count = len(fold.rows)
    what = text("explorer.list.comma").join(words)
    return text("explorer.fold.one" if count == 1 else "explorer.fold.many", count=count, what=what)
