"""Of a notebook's definitions, those that a program below them comes to.

A notebook defines much that has nothing to do with the exercise at hand: every process of an
exploration would build it anew, in every interleaving, and whatever is in it would be thought to matter.

This is pure text work; nothing of the notebook is run here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from autograder.cell import Cell
from autograder.cells import blank_out, names
from autograder.statements import Statement, classify, eager_nodes

_FOUND_OTHERWISE = frozenset(
    "globals locals vars dir eval exec __import__ import_module modules __main__ __mp_main__ __dict__ "
    "__globals__ __builtins__ inspect gc __init_subclass__ __set_name__ __prepare__ metaclass".split()
)
"""Words with which something may be found, or done, though nobody names it."""
_WORD = re.compile(r"\w+")
_GUARD = re.compile(r"""__name__ == (["'])__main__\1""")


def needed(cells: Sequence[Cell], *programs: str) -> tuple[Cell, ...]:
    r"""What `programs` come to of the definitions in `cells`, all else blanked out.

    Kept is what it names, what that names, and so on, and all that does more than to define. Where a name could
    be put together, everything is kept.

    Args:
        cells: Definitions, as :func:`~autograder.cells.definitions` leaves them.
        programs: What is to run below them, and beside it.

    >>> cells = [Cell("Cell In[1]", "price = 3\ndef cost(n):\n    return n * price"),
    ...          Cell("Cell In[2]", "def blink():\n    pass")]
    >>> needed(cells, "cost(2)") == (cells[0],)
    True
    """
    text = "\n".join([*programs, *(cell.source for cell in cells)])
    if not _FOUND_OTHERWISE.isdisjoint(_WORD.findall(_GUARD.sub("", text))):
        return tuple(cells)
    described = [(cell, [*map(_described, ast.parse(cell.source).body)]) for cell in cells]
    named = {name for program in programs for name in names(program)}
    _keep([each for _, statements in described for each in statements], named)
    return tuple(
        Cell(cell.label, blank_out(cell.source, [each for each in statements if each.kept]))
        for cell, statements in described
        if any(each.kept for each in statements)
    )


def _described(node: ast.stmt) -> Statement:
    """A definition; it is kept in any case if it does more than that."""
    statement = classify(node)
    statement.kept = "*" in statement.binds or statement.is_future or _does_more(node)
    return statement


def _does_more(node: ast.stmt) -> bool:
    """Whether a function or a class does anything when it is defined: what decorates it, what its body calls."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return False
    keywords = getattr(node, "keywords", [])
    calls = any(isinstance(each, ast.Call) for each in eager_nodes(node))
    return bool(node.decorator_list or keywords or calls)


def _keep(statements: Sequence[Statement], named: set[str]) -> None:
    """Keep what binds a name that is `named`, or that something kept names."""
    left = list(statements)
    while left:
        found = [each for each in left if each.kept or not named.isdisjoint(each.binds)]
        if not found:
            return
        left = [each for each in left if each not in found]
        for each in found:
            each.kept = True
            named |= each.uses
