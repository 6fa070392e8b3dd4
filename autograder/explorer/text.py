"""A report as text: for terminals of any width, and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.explorer import verdicts
from autograder.explorer.causes import circle, failure, held, others
from autograder.explorer.folding import Fold, Row, columns, folded, last_lines, said, summary
from autograder.explorer.labels import label, process_at, process_of, spot, spot_in, together
from autograder.explorer.reports import Report, Story, Wait
from autograder.explorer.source import Program
from autograder.explorer.widths import clip, pad, wide, wrapped
from autograder.explorer.wording import waiting
from autograder.messages import text

NARROWEST = 21
"""Characters that a process's column needs at least; with less, steps are told one after the other."""
_GUTTER = 5
_ENDLESS = 10_000
_CODE = 2
"""Lines that a line of the program takes at most."""
_BETWEEN = " │ "
_BOLD, _RED, _DIM, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[2m", "\x1b[0m"


def message(report: Report, program: Program) -> str:
    """The verdict and what broke, in one line; in a notebook, of an open verdict the reasons alone.

    There a check puts them into a sentence of its own, which says that there is no verdict.

    Example::

        message(explore(program), program)
    """
    if program.cells and report.verdict in verdicts.OPEN:
        return together(*verdicts.reasons(report, program))
    return together(verdicts.headline(report, program), *verdicts.details(report, program))


def render(report: Report, program: Program, *, width: int = 100, color: bool = False) -> str:
    """A report as text.

    Args:
        report: What was found.
        program: What was explored: the lines shown are its.
        width: Columns of the terminal. Where the processes do not fit side by side, their steps are
            told one after the other.
        color: Whether to use a terminal's colours and bold type. They say nothing that words do not.

    Example::

        print(render(explore(program), program, width=80))
    """
    paint = _Paint(color)
    headline = wrapped(verdicts.headline(report, program), width)
    found = [paint.head(line, broken=report.status == 1) for line in headline]
    found += [line for each in verdicts.details(report, program) for line in wrapped(each, width)]
    if report.story is not None and report.story.steps:
        found += ["", *_told_steps(report.story, program, width, paint)]
    advice = verdicts.advice(report, program)
    if advice:
        found += ["", *wrapped(text("explorer.look-at", advice=advice), width)]
    schedule = verdicts.schedule(report, program)
    if schedule:
        # A schedule is to be copied: it stays in one piece, however long it is.
        told = text("explorer.replay", schedule=schedule)
        if wide(told) > width:
            told = text("explorer.replay", schedule=f"\n{schedule}")
        found += told.split("\n")
    return "\n".join(line.rstrip() for line in found) + "\n"


class _Paint:
    """Colours, if there are any."""

    def __init__(self, color: bool) -> None:
        self._color = color

    def _with(self, codes: str, string: str) -> str:
        return f"{codes}{string}{_PLAIN}" if self._color and string.strip() else string

    def head(self, string: str, *, broken: bool) -> str:
        return self._with(_BOLD + (_RED if broken else ""), string)

    def bold(self, string: str) -> str:
        return self._with(_BOLD, string)

    def dim(self, string: str) -> str:
        return self._with(_DIM, string)


# --- The steps ----------------------------------------------------------------------------------------


def steps(story: Story, program: Program, width: int) -> list[str]:
    """The steps of a story as lines of text."""
    return _told_steps(story, program, width, _Paint(color=False))


def _told_steps(story: Story, program: Program, width: int, paint: _Paint) -> list[str]:
    """The steps, the circle in which processes wait, and who waits besides."""
    rows = folded(story)
    homes = columns(story, rows)
    found = [*_table(story, program, rows, width, paint), *_ring(story, width)]
    behind = verdicts.behind(story, homes)
    return [*found, "", *wrapped(behind, width)] if behind else found


def _table(
    story: Story, program: Program, rows: Sequence[Row | Fold], width: int, paint: _Paint
) -> list[str]:
    homes = columns(story, rows)
    cell = (width - _GUTTER - len(_BETWEEN) * (len(homes) - 1)) // max(len(homes), 1)
    if not homes or cell < NARROWEST:
        return _list(story, program, rows, width)
    cell = min(cell, max(_widest(story, program, rows), NARROWEST))
    head = _line(text("explorer.step"), [process_at(story, home) for home in homes], cell)
    found = [paint.bold(head.rstrip())]
    found.append(_line("", ["─" * cell] * len(homes), cell, between="─┼─"))
    for row in rows:
        if isinstance(row, Fold):
            told = clip(summary(story, row), width - _GUTTER)
            found.append(paint.dim(" " * _GUTTER + told))
            continue
        column = homes.index(story.homes.get(row.step.actor, ""))
        for place, line in enumerate(_cell(story, program, row, cell)):
            cells = [""] * len(homes)
            cells[column] = line
            found.append(_line(str(row.number) if place == 0 else "", cells, cell))
    return found + _end(story, program, rows, homes, cell)


def _widest(story: Story, program: Program, rows: Sequence[Row | Fold]) -> int:
    """Columns that the longest line of all cells takes."""
    lines = [
        line
        for row in rows
        if isinstance(row, Row)
        for line in _cell(story, program, row, _ENDLESS)
    ]
    lines += [line for wait in story.waits for line in _waiting(story, program, wait, _ENDLESS)]
    lines += [*_failing(story, program, _ENDLESS), *_giving_up(story, program, _ENDLESS)]
    return max([wide(line) for line in lines], default=0)


def _line(number: str, cells: Sequence[str], cell: int, between: str = _BETWEEN) -> str:
    gutter = pad(" " * (_GUTTER - 2 - wide(number)) + number, _GUTTER)
    return gutter + between.join(pad(each, cell) for each in cells)


def _place(program: Program, filename: str, line: int, width: int, *, long: bool) -> list[str]:
    """A line of the program, its number before it, on two lines at most; its file, if not the main."""
    code = program.line(filename, line)
    short = f"{program.called(filename)} {line}".lstrip()
    where = spot_in(program, filename, line) if long else short
    told = wrapped(f"{where}: {code}", width, " " * (len(str(line)) + 2))
    if len(told) > _CODE:
        told = [*told[: _CODE - 1], f"{clip(told[_CODE - 1], width - 2)} …"]
    return [clip(each, width) for each in told]


def _cell(story: Story, program: Program, row: Row, width: int, *, long: bool = False) -> list[str]:
    """What is in a step's cell: the line of the program, the words, what was printed."""
    step = row.step
    found = []
    if step.line:
        found += _place(program, step.filename, step.line, width, long=long)
    for each, is_print in said(story, row):
        if is_print:
            found.append(clip("  " + text("explorer.prints", text=each), width))
        else:
            found += _indented(_by(story, step.actor, each), width)
    return found


def _by(story: Story, actor: int, said: str) -> str:
    """What an actor does, with what it is before it if it is no process."""
    role = story.roles.get(actor)
    return said if role is None else together(text(f"explorer.role.{role}"), said)


def _indented(string: str, width: int) -> list[str]:
    return ["  " + line for line in wrapped(string, width - 2)]


def _waiting(
    story: Story,
    program: Program,
    wait: Wait,
    width: int,
    *,
    long: bool = False,
    code: bool = True,
) -> list[str]:
    """What is in the cell of somebody who waits for ever."""
    found = []
    if wait.line and code:
        found += _place(program, wait.filename, wait.line, width, long=long)
    told = text("explorer.again") if wait.spins else waiting(story, wait)
    return found + _indented(f"✗ {_by(story, wait.actor, told)}", width)


def _end(
    story: Story,
    program: Program,
    rows: Sequence[Row | Fold],
    homes: Sequence[str],
    cell: int,
) -> list[str]:
    """The last row: who waits for ever, who failed and with what, or where it was given up."""
    cells: dict[str, list[str]] = {home: [] for home in homes}
    shown = last_lines(rows)
    for wait in story.waits:
        home = story.homes.get(wait.actor, "")
        if home in cells:
            again = shown.get(wait.actor) == (wait.filename, wait.line)
            cells[home] += _waiting(story, program, wait, cell, code=not again)
    if story.failed is not None:
        again = shown.get(story.failed) == (story.filename, story.line)
        lines = _failing(story, program, cell, code=not again)
        cells[story.homes.get(story.failed, "")] += lines
    if story.given_up is not None:
        place = (story.given_up.filename, story.given_up.line)
        again = shown.get(story.given_up.actor) == place
        lines = _giving_up(story, program, cell, code=not again)
        cells[story.homes.get(story.given_up.actor, "")] += lines
    height = max([len(lines) for lines in cells.values()], default=0)
    if not height:
        return []
    found = [_line("", ["─" * cell] * len(homes), cell, between="─┼─")]
    for number in range(height):
        lines = [cells[home][number] if number < len(cells[home]) else "" for home in homes]
        found.append(_line("", lines, cell))
    return found


def _failing(
    story: Story, program: Program, width: int, *, long: bool = False, code: bool = True
) -> list[str]:
    """What is in the cell of whoever failed."""
    last = failure(story)
    found = []
    if story.line and code:
        found += _place(program, story.filename, story.line, width, long=long)
    return found + _indented(f"✗ {last}", width)


def _giving_up(
    story: Story, program: Program, width: int, *, long: bool = False, code: bool = True
) -> list[str]:
    """What is in the cell of whoever moved last in an execution that was given up."""
    if story.given_up is None:
        return []
    found = []
    if story.given_up.line and code:
        place = (story.given_up.filename, story.given_up.line)
        found += _place(program, *place, width, long=long)
    told = text("explorer.given-up", steps=story.given_up.steps)
    return found + _indented(f"? {told}", width)


def _list(story: Story, program: Program, rows: Sequence[Row | Fold], width: int) -> list[str]:
    """The steps one after the other, each with its process's name."""
    found: list[str] = []

    def add(number: str, actor: int, lines: Sequence[str]) -> None:
        head = f"{number:>{_GUTTER - 2}}  {process_of(story, actor)}  {lines[0].strip()}"
        found.extend(_told(head, [line.strip() for line in lines[1:]], width))

    behind = others(story)
    for row in rows:
        if isinstance(row, Fold):
            found += wrapped(" " * _GUTTER + summary(story, row), width, " " * _GUTTER)
        else:
            cell = _cell(story, program, row, _ENDLESS, long=True)
            add(str(row.number), row.step.actor, cell)
    for wait in story.waits:
        if wait not in behind:
            add("", wait.actor, _waiting(story, program, wait, _ENDLESS, long=True))
    if story.failed is not None:
        add("", story.failed, _failing(story, program, _ENDLESS, long=True))
    if story.given_up is not None:
        add("", story.given_up.actor, _giving_up(story, program, _ENDLESS, long=True))
    return found


def _told(head: str, rest: Sequence[str], width: int) -> list[str]:
    """A step on one line if it fits, else on several."""
    whole = "   ".join([head, *rest])
    if wide(whole) <= width:
        return [whole]
    indent = " " * (_GUTTER + 2)
    return [clip(head, width), *(clip(indent + each, width) for each in rest)]


# --- Who waits for whom -------------------------------------------------------------------------------


def _ring(story: Story, width: int) -> list[str]:
    """The circle of a deadlock, drawn with arrows, and who holds what."""
    ring = circle(story)
    if not ring:
        return []
    names = [process_of(story, wait.actor) for wait in (*ring, ring[0])]
    arrows = [f"──{waiting(story, wait)}──▶" for wait in ring]
    whole = " ".join(each for pair in zip(names, arrows, strict=False) for each in pair)
    whole = f"  {whole} {names[0]}"
    if wide(whole) <= width:
        found = ["", whole]
    else:
        steps = zip(names, arrows, names[1:], strict=False)
        found = ["", *(f"  {name} {arrow} {other}" for name, arrow, other in steps)]
    lines = [
        text(
            "explorer.holding",
            object=label(story, name),
            process=process_of(story, wait.actor),
            line=spot(step.filename, step.line),
        )
        for wait in ring
        for name, step in held(story, wait.actor).items()
    ]
    if lines:
        found += ["", text("explorer.holds-what"), *(f"  {line}" for line in lines)]
    return found
