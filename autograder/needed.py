"""Of a notebook's definitions, those that a program below them can reach.

A notebook defines much that has nothing to do with the exercise at hand: every process of an
exploration would build it anew, in every interleaving, and whatever is in it would be thought to matter.

Left out is only what surely does nothing when it is run, and binds a name that nobody mentions. This is
pure text work; nothing of the notebook is run here.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from autograder.cell import Cell
from autograder.cells import blank_out
from autograder.statements import Statement, classify

_REACHING = frozenset(
    "globals locals vars dir eval exec __import__ import_module modules __dict__ __globals__ "
    "__builtins__ f_globals get_objects get_referrers resolve_name __subclasses__ metaclass".split()
)
"""Names by which code may reach a definition without naming it."""
_RUN = frozenset("__init_subclass__ __set_name__ __prepare__ __getattr__".split())
"""Functions that are run when something else is defined, or looked up."""
_MODULES = frozenset("__main__ __mp_main__ builtins gc importlib inspect runpy".split())
"""Modules that hand out what is defined elsewhere."""
_QUIET_DECORATORS = frozenset({"staticmethod", "classmethod", "property"})
_BUILTIN = frozenset(dir(builtins))
_WORD = re.compile(r"\w+")


def needed(cells: Sequence[Cell], *programs: str, quiet: bool = False) -> tuple[Cell, ...]:
    r"""What `programs` can reach of the definitions in `cells`, all else blanked out.

    Kept is what they name, what that names, and so on; a word in a string counts as a name, too. Kept is
    also whatever may do more than to bind a name. Where names could be put together, all is kept.

    Args:
        cells: Definitions, as :func:`~autograder.cells.definitions` leaves them.
        programs: What is to run below them, and beside it. One that is no Python names nothing.
        quiet: Whether it is known that the programs reach nothing but by names that stand in them or
            in what they name.

    >>> cells = [Cell("Cell In[1]", "price = 3\ndef cost(n):\n    return n * price"),
    ...          Cell("Cell In[2]", "def blink():\n    pass")]
    >>> needed(cells, "cost(2)") == (cells[0],)
    True
    """
    read = [_read(cell.source) for cell in cells]
    below = [tree for tree in map(_parsed, programs) if tree is not None]
    if any(each.reaches for each in read) or (not quiet and any(map(_reaches_unnamed, below))):
        return tuple(cells)
    described = [[replace(statement) for statement in each.statements] for each in read]
    _keep_effects([each.tree for each in read], described)
    named = {name for tree in below for name in _named(tree)}
    _keep_named([each for statements in described for each in statements], named)
    found = [
        Cell(cell.label, blank_out(cell.source, [each for each in statements if each.kept]))
        for cell, statements in zip(cells, described, strict=True)
        if any(each.kept for each in statements)
    ]
    return tuple(found)


class _Read(NamedTuple):
    """A cell: its tree, what its statements define and use, and whether it reaches what nobody names."""

    tree: ast.Module
    statements: tuple[Statement, ...]
    reaches: bool


@lru_cache(128)  # an exercise's scenarios have the cells above them in common
def _read(source: str) -> _Read:
    tree = ast.parse(source)
    return _Read(tree, tuple(map(_described, tree.body)), _reaches_unnamed(tree))


def _parsed(program: str) -> ast.Module | None:
    try:
        return ast.parse(program)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _described(node: ast.stmt) -> Statement:
    """A definition; in strings, every word counts as a name that it uses."""
    statement = classify(node)
    statement.uses |= set(_named(node))
    return statement


def _named(tree: ast.AST) -> Iterator[str]:
    """Names, and words in strings: of annotations, of ``getattr``, of what is yet to be unpickled."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name):
                yield name
            case ast.Constant(value=str(said)):
                yield from _WORD.findall(said)
            case ast.Constant(value=bytes(said)):
                yield from _WORD.findall(said.decode("latin-1"))


def _reaches_unnamed(tree: ast.AST) -> bool:
    """Whether it holds a word by which something may be reached that nobody names."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                found = name in _REACHING
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found = name in _RUN
            case ast.Import(names=names):
                found = any(each.name.partition(".")[0] in _MODULES for each in names)
            case ast.ImportFrom(module=module, names=names):
                found = (module or "").partition(".")[0] in _MODULES
                found = found or any(each.name in _REACHING for each in names)
            case ast.Constant(value=str(said)):
                found = said in _REACHING
            case _:
                found = False
        if found:
            return True
    return False


# --- What does nothing -------------------------------------------------------------------------------


def _keep_effects(trees: Sequence[ast.Module], described: Sequence[Sequence[Statement]]) -> None:
    """Keep every statement that may do more than to bind names."""
    known: dict[str, str] = {}
    for tree, statements in zip(trees, described, strict=True):
        for node, statement in zip(tree.body, statements, strict=True):
            statement.kept = not _is_quiet(node, known)
            plain = "plain" if isinstance(node, ast.ClassDef) and not statement.kept else ""
            known |= {name: plain or what for name, what in statement.binds.items()}


def _is_quiet(node: ast.stmt, known: Mapping[str, str]) -> bool:
    """Whether running `node` surely does nothing but bind names.

    Args:
        node: A statement of a module or of a class.
        known: What is known of the names bound above: an import's dotted name, or ``"plain"`` for a class
            that may be derived from without anything happening.
    """
    match node:
        case ast.Import() | ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.ImportFrom(module=module, names=names):
            return module != "__future__" and names[0].name != "*"
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return not node.decorator_list and _has_quiet_head(node)
        case ast.ClassDef():
            return not (node.decorator_list or node.keywords) and (
                all(_may_be_derived_from(base, known) for base in node.bases)
                and all(_is_quiet_in_class(each, known) for each in node.body)
            )
        case ast.Assign(targets=targets, value=value):
            return all(map(_binds_names, targets)) and _is_plain(value)
        case ast.AnnAssign(target=ast.Name(), annotation=annotation, value=value):
            return _is_type(annotation) and (value is None or _is_plain(value))
    return False


def _is_quiet_in_class(node: ast.stmt, known: Mapping[str, str]) -> bool:
    """The same of a statement in a class's body, where methods may have the usual decorators."""
    if isinstance(node, ast.FunctionDef):
        decorators = node.decorator_list
        usual = all(
            isinstance(each, ast.Name) and each.id in _QUIET_DECORATORS for each in decorators
        )
        return usual and _has_quiet_head(node)
    return _is_quiet(node, known)


def _has_quiet_head(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> bool:
    given = function.args
    defaults = [*given.defaults, *filter(None, given.kw_defaults)]
    everybody = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    types = [each.annotation for each in everybody if each is not None]
    types.append(getattr(function, "returns", None))
    return all(map(_is_plain, defaults)) and all(_is_type(each) for each in types if each)


def _may_be_derived_from(base: ast.expr, known: Mapping[str, str]) -> bool:
    """Whether a class may have that base and nothing happens: not an enum, which makes its members at once."""
    root = base.value if isinstance(base, ast.Attribute) else base
    if not isinstance(root, ast.Name):
        return False
    what = known.get(root.id, "builtin" if root.id in _BUILTIN else "")
    return bool(what) and what not in ("class", "record") and what.partition(".")[0] != "enum"


def _binds_names(target: ast.expr) -> bool:
    if isinstance(target, ast.Tuple | ast.List):
        return all(map(_binds_names, target.elts))
    return isinstance(target, ast.Name)


def _is_plain(value: ast.expr) -> bool:
    """Whether to evaluate it runs nobody's code: literals, names, containers of these, functions."""
    match value:
        case ast.Constant() | ast.Name():
            return True
        case ast.UnaryOp(operand=ast.Constant()):
            return True
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            return all(map(_is_plain, parts))
        case ast.Dict(keys=keys, values=values):
            literal = all(isinstance(key, ast.Constant) for key in keys)
            return literal and all(map(_is_plain, values))
        case ast.Lambda():
            return _has_quiet_head(value)
    return False


def _is_type(annotation: ast.expr) -> bool:
    """Whether an annotation is made of names alone, as types are."""
    parts = (
        ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.Tuple, ast.List, ast.BinOp,
        ast.BitOr, ast.Load,
    )  # fmt: skip
    return all(isinstance(each, parts) for each in ast.walk(annotation))


# --- What is named -----------------------------------------------------------------------------------


def _keep_named(statements: Sequence[Statement], named: set[str]) -> None:
    """Keep what binds a name that is `named`, or that something kept uses."""
    left = list(statements)
    found = [each for each in left if each.kept or not named.isdisjoint(each.binds)]
    while found:
        for each in found:
            each.kept = True
            named |= each.uses
        left = [each for each in left if not each.kept]
        found = [each for each in left if not named.isdisjoint(each.binds)]
