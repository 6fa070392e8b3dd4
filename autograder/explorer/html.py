"""A report as HTML: for notebooks, and for the feedback that nbgrader writes.

One fragment that needs nothing else: a real table, whose columns are processes and whose rows are
steps, folded steps behind a summary that opens, no scripts. Where its style is taken away, as an
untrusted notebook's is, what remains still reads in order. Colours come from JupyterLab's theme where
there is one, and say nothing that words and signs do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from autograder.explorer import text as plain
from autograder.explorer import verdicts
from autograder.explorer.causes import circle, failure, held
from autograder.explorer.folding import Fold, Row, columns, folded, last_lines, said, summary
from autograder.explorer.labels import label, listed, process_at, process_of, spot_in
from autograder.explorer.reports import Report, Story, Verdict, Wait
from autograder.explorer.source import Program
from autograder.explorer.wording import waiting
from autograder.messages import current, text

_TONE = {Verdict.HOLDS: "good", Verdict.BROKEN: "bad"}
_COLOURS = 6


def render(report: Report, program: Program) -> str:
    """A report as a fragment of HTML.

    Example::

        IPython.display.HTML(render(explore(program), program))
    """
    tone = _TONE.get(report.verdict, "open")
    headline = verdicts.headline(report, program)
    parts = [f'<p class="bz-head">{escape(headline)}</p>']
    parts += [f"<p>{escape(each)}</p>" for each in verdicts.details(report, program)]
    if report.story is not None and report.story.steps:
        parts += steps(report.story, program)
    advice = verdicts.advice(report, program)
    if advice:
        parts.append(f'<p class="bz-advice">{escape(text("explorer.look-at", advice=advice))}</p>')
    schedule = verdicts.schedule(report, program)
    if schedule:
        told = escape(text("explorer.replay", schedule="\0")).split("\0")
        parts.append(f'<p class="bz-replay">{told[0]}<code>{escape(schedule)}</code>{told[1]}</p>')
    if program.cells and report.story is not None:
        summary_ = escape(text("explorer.as-text"))
        same = escape(plain.render(report, program))
        parts.append(
            f'<details class="bz-text"><summary>{summary_}</summary><pre>{same}</pre></details>'
        )
    return section(tone, headline, parts)


def section(tone: str, headline: str, parts: Iterable[str]) -> str:
    """A fragment with its style: `tone` is ``good``, ``bad`` or ``open``; `parts` are HTML."""
    inside = "\n".join(parts)
    return styled(
        f'<section class="bz-story bz-{tone}" lang="{html_language()}" aria-label="{escape(headline)}">\n'
        f"\n{inside}\n</section>\n"
    )


def styled(section: str) -> str:
    """A report without its style, and with it."""
    head, _, rest = section.partition(">\n")
    return f"{head}>\n<style>{style()}</style>{rest}"


def html_language() -> str:
    """The language of the messages as HTML names it."""
    return "zh-CN" if current() == "zh" else current()


@cache
def style() -> str:
    """What every report looks like, as CSS; read once."""
    return (files("autograder.explorer") / "story.css").read_text("utf-8")


def steps(story: Story, program: Program) -> list[str]:
    """The steps of a story as HTML, the circle in which processes wait, and who waits besides."""
    rows = folded(story)
    homes = columns(story, rows)
    parts = _ring(story)
    if homes:
        parts.append(_table(story, program, rows, homes))
    behind = verdicts.behind(story, homes)
    if behind:
        parts.append(f"<p>{escape(behind)}</p>")
    return parts


# --- Who waits for whom -------------------------------------------------------------------------------


def _ring(story: Story) -> list[str]:
    """The circle of a deadlock: boxes, arrows between them, and one back to the first."""
    ring = circle(story)
    if not ring:
        return []
    boxes = []
    for wait in ring:
        things = [label(story, name) for name in held(story, wait.actor)]
        name = escape(process_of(story, wait.actor))
        holds = ""
        if things:
            holds = f"<br><small>{escape(text('explorer.has', objects=listed(things)))}</small>"
        arrow = escape(waiting(story, wait))
        boxes.append(
            f'<li><span class="bz-box"><b>{name}</b>{holds}</span> '
            f'<span class="bz-arrow">{arrow} <span aria-hidden="true">⟶</span></span></li>'
        )
    back = escape(text("explorer.circle-back", process=process_of(story, ring[0].actor)))
    about = escape(text("explorer.circle-label"))
    caption = f'<figcaption><span aria-hidden="true">↺ </span>{back}</figcaption>'
    return [
        f'<figure class="bz-ring" aria-label="{about}"><ol>{"".join(boxes)}</ol>{caption}</figure>'
    ]


# --- The steps ----------------------------------------------------------------------------------------


def _table(story: Story, program: Program, rows: Sequence[Row | Fold], homes: Sequence[str]) -> str:
    head = "".join(
        f'<th scope="col" class="bz-c{place % _COLOURS}">{escape(process_at(story, home))}</th>'
        for place, home in enumerate(homes)
    )
    body = []
    for row in rows:
        if isinstance(row, Fold):
            body.append(_folded(story, program, row, len(homes)))
        else:
            column = homes.index(story.homes.get(row.step.actor, ""))
            cell = _cell(story, program, row)
            body.append(_row(str(row.number), {column: cell}, len(homes)))
    body += _end(story, program, rows, homes)
    label_ = escape(text("explorer.story-label"))
    step = escape(text("explorer.step"))
    return (
        f'<div class="bz-scroll" tabindex="0" role="region" aria-label="{label_}">'
        f'<table aria-label="{label_}"><thead><tr><th scope="col">{step}</th>{head}</tr></thead>'
        f"\n<tbody>{''.join(body)}</tbody></table></div>"
    )


def _row(number: str, cells: dict[int, str], width: int, kind: str = "") -> str:
    told = "".join(
        f'<td class="bz-c{place % _COLOURS}">{cells[place]}</td>' if place in cells else "<td></td>"
        for place in range(width)
    )
    attribute = f' class="{kind}"' if kind else ""
    return f'<tr{attribute}><th scope="row">{escape(number)}</th>{told}</tr>\n'


def _code(program: Program, filename: str, line: int) -> str:
    """A line of the program, with its number, and its file if that is not the main one."""
    if not line:
        return ""
    where = spot_in(program, filename, line)
    code = escape(program.line(filename, line))
    return (
        f'<span class="bz-code"><span class="bz-line">{escape(where)}</span> '
        f"<code>{code}</code></span>"
    )


def _cell(story: Story, program: Program, row: Row) -> str:
    """What a process did at a step: its line, the words, and what it printed."""
    role = _role(story, row.step.actor)
    parts = [_code(program, row.step.filename, row.step.line)]
    for each, is_print in said(story, row):
        if is_print:
            before, after = text("explorer.prints", text="\0").split("\0")
            told = f"{escape(before)}<samp>{escape(each)}</samp>{escape(after)}"
            parts.append(f'<span class="bz-out">{told}</span>')
        else:
            parts.append(f'<span class="bz-said">{role}{escape(each)}</span>')
    return _lines(parts)


def _lines(parts: Iterable[str]) -> str:
    """Lines below each other, also where there is no style."""
    return "<br>".join(part for part in parts if part)


def _role(story: Story, actor: int) -> str:
    role = story.roles.get(actor)
    return "" if role is None else f"<i>{escape(text(f'explorer.role.{role}'))}</i> "


def _folded(story: Story, program: Program, fold: Fold, width: int) -> str:
    """Steps that do not matter, behind a line that says what they are."""
    items = []
    for row in fold.rows:
        actor = row.step.actor
        told = "; ".join(escape(each) for each, is_print in said(story, row) if not is_print)
        line = _code(program, row.step.filename, row.step.line)
        name = escape(process_of(story, actor))
        items.append(
            f'<li value="{row.number}"><b>{name}</b> {line} {_role(story, actor)}{told}</li>'
        )
    return (
        f'<tr class="bz-fold"><td colspan="{width + 1}"><details><summary>'
        f"{escape(summary(story, fold))}</summary><ol>{''.join(items)}</ol></details></td></tr>\n"
    )


def _end(
    story: Story, program: Program, rows: Sequence[Row | Fold], homes: Sequence[str]
) -> list[str]:
    """The last row: who waits for ever, who failed and with what, or where it was given up."""
    cells: dict[int, str] = {}
    shown = last_lines(rows)

    def add(actor: int, place: tuple[str, int], told: str, sign: str = "✗") -> None:
        home = story.homes.get(actor, "")
        if home in homes:
            column = homes.index(home)
            code = "" if shown.get(actor) == place else _code(program, *place)
            said_ = f'<strong class="bz-stop">{sign} {_role(story, actor)}{escape(told)}</strong>'
            cells[column] = _lines([cells.get(column, ""), code, said_])

    for wait in story.waits:
        add(wait.actor, (wait.filename, wait.line), _waits(story, wait))
    if story.failed is not None:
        last = failure(story)
        add(story.failed, (story.filename, story.line), last)
    if (up := story.given_up) is not None:
        add(up.actor, (up.filename, up.line), text("explorer.given-up", steps=up.steps), "?")
    if not cells:
        return []
    return [_row(text("explorer.end-row"), cells, len(homes), "bz-end")]


def _waits(story: Story, wait: Wait) -> str:
    return text("explorer.again") if wait.spins else waiting(story, wait)
