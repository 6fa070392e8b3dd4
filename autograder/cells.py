"""A notebook's definitions: what a child process, or a check, needs of the cells above it.

Cells do things and define things. A child process must get the definitions (imports, functions,
classes, constants) and must not do the things again. So each cell's text is kept line for line,
and whatever does not define is blanked out. Line numbers stay the learner's own.

This is pure text work; nothing of the notebook is run here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from autograder.cell import Cell
from autograder.statements import Statement, classify

__all__ = ["BrokenCell", "Cell", "Definitions", "definitions"]

MAGIC_LINE = re.compile(
    r"^(?P<indent>\s*)(?:[%!?]|[\w.]+\s*=\s*[%!]|[\w.]+\?{1,2}\s*$).*$", re.MULTILINE
)
TRANSPARENT_MAGICS = ("%%time", "%%capture", "%%prun")


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """A cell that is not Python: where the parser stopped, and why."""

    label: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Definitions:
    """A notebook's definitions.

    Args:
        cells: The cells that define something, all else blanked out, in the order they ran.
        left_out: Top-level names that were assigned something other than a constant, and by which
            cell; children do not get them.
        broken: Cells that are not Python.
        origins: For each name that is kept, the text of the cell that defines it.
    """

    cells: Sequence[Cell]
    left_out: dict[str, str] = field(default_factory=dict)
    broken: Sequence[BrokenCell] = ()
    origins: dict[str, str] = field(default_factory=dict)


def definitions(cells: Iterable[Cell], program: str = "") -> Definitions:
    r"""The definitions of `cells`, given in the order in which they ran.

    The latest definition of a name wins; older ones are dropped, and so are imports that neither a kept
    definition nor `program`, which is to run below them, uses: every child would pay for them.

    >>> cells = [Cell("Cell In[1]", "import time\nprice = 3\nprint(price)\n"),
    ...          Cell("Cell In[2]", "def cost(n):\n    return n * price\ncost(2)\n")]
    >>> [cell.source for cell in definitions(cells).cells]
    ['\nprice = 3', 'def cost(n):\n    return n * price']
    """
    parsed: list[tuple[Cell, list[Statement]]] = []
    broken: list[BrokenCell] = []
    for cell in cells:
        try:
            source = _plain_python(cell.source)
            tree = ast.parse(source)
        except SyntaxError as error:
            broken.append(BrokenCell(cell.label, error.lineno or 1, error.msg))
            continue
        except (ValueError, RecursionError, MemoryError) as error:
            broken.append(BrokenCell(cell.label, 1, str(error) or type(error).__name__))
            continue
        parsed.append((Cell(cell.label, source), [classify(node) for node in tree.body]))
    left_out = _leave_out(parsed)
    _drop_superseded([each for _, statements in parsed for each in statements])
    _drop_unused_imports([each for _, statements in parsed for each in statements], names(program))
    kept = [
        Cell(cell.label, blank_out(cell.source, [each for each in statements if each.kept]))
        for cell, statements in parsed
        if any(each.kept for each in statements)
    ]
    origins = {
        name: cell.source
        for cell, statements in parsed
        for each in statements
        if each.kept
        for name in each.binds
    }
    return Definitions(kept, left_out, broken, origins)


def _plain_python(source: str) -> str:
    """`source` with IPython's magics blanked out, every line where it was."""
    try:
        ast.parse(source)
    except SyntaxError:
        pass
    else:
        return source
    first, newline, rest = source.lstrip("\n").partition("\n")
    if first.startswith("%%"):
        if not first.startswith(TRANSPARENT_MAGICS):
            return ""
        source = newline + rest
    return MAGIC_LINE.sub(r"\g<indent>pass", source)


def _leave_out(parsed: Sequence[tuple[Cell, list[Statement]]]) -> dict[str, str]:
    """Mark what is no definition, or builds on one that was left out; name what was left out."""
    available: dict[str, str] = {}
    left_out: dict[str, str] = {}
    for cell, statements in parsed:
        for statement in statements:
            statement.kept = statement.defines(available)
            for name in statement.binds:
                if statement.kept:
                    available[name] = statement.binds[name]
                    left_out.pop(name, None)
                elif not statement.updates:
                    available.pop(name, None)
                    left_out[name] = cell.label
    return left_out


def _drop_superseded(statements: Sequence[Statement]) -> None:
    """Drop a definition whose every name is bound again before anything needs it at once."""
    pending: set[str] = set()  # names bound again further down, and not needed in between
    for statement in reversed(statements):
        if not statement.kept:
            # A constant that became something else is stale: no value is better than an old one.
            pending |= set() if statement.updates else set(statement.binds)
            continue
        if statement.binds and pending.issuperset(statement.binds):
            statement.kept = False
            continue
        if statement.calls:
            pending.clear()
        pending |= set(statement.binds)
        pending -= statement.needs


def names(program: str) -> set[str]:
    """The names that a program mentions; none if it is no Python.

    >>> sorted(names("box = Queue()"))
    ['Queue', 'box']
    """
    try:
        tree = ast.parse(program)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    return {each.id for each in ast.walk(tree) if isinstance(each, ast.Name)}


def _drop_unused_imports(statements: Sequence[Statement], used: set[str]) -> None:
    for statement in statements:
        if statement.kept and not statement.is_import:
            used |= statement.uses
    for statement in statements:
        if statement.is_import and statement.kept and "*" not in statement.binds:
            statement.kept = not used.isdisjoint(statement.binds) or statement.is_future


def blank_out(source: str, kept: Sequence[Statement]) -> str:
    """`source` with everything but the `kept` statements blanked out, each where it was.

    Args:
        source: Python.
        kept: Some of its statements, in the order in which they stand.

    >>> from autograder.statements import classify
    >>> source = "a = 1; b = 2; c = 3"
    >>> blank_out(source, [classify(node) for node in ast.parse(source).body[1:]])
    '0;     b = 2; c = 3'
    """
    lines = [line.encode() for line in source.split("\n")]
    out = [b" " * len(line) for line in lines]
    previous_end = (-1, 0)
    for statement in kept:
        (first, start), (last, end) = statement.start, statement.end
        if start and previous_end[0] != first:  # something stood before it: it is no block
            out[first] = b"0;" + out[first][2:]
        elif previous_end[0] == first:  # two on one line: keep them apart
            at = previous_end[1]
            out[first] = out[first][:at] + b";" + out[first][at + 1 :]
        for row in range(first, last + 1):
            left = start if row == first else 0
            right = end if row == last and not _only_comment(lines[row][end:]) else len(lines[row])
            out[row] = out[row][:left] + lines[row][left:right] + out[row][right:]
        previous_end = (last, end)
    return b"\n".join(line.rstrip() for line in out).decode().rstrip("\n")


def _only_comment(rest: bytes) -> bool:
    """Whether a line's rest holds no code: a comment is part of the learner's own line."""
    return rest.lstrip().startswith(b"#")
