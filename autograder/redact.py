"""Modules without what an exercise asks to write, and packages without the answers.

A learner may call the course, but not the very function that the exercise asks for: behind walls the
subject gets a copy of the module in which that function, and whatever serves it alone, has lost its
body. Of the package that holds the exercises it gets only what a probe needs. So an answer cannot be
looked up, however much a subject is turned inside out. Pure functions over sources.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from importlib.util import find_spec
from pathlib import Path

_REFUSAL = "raise RuntimeError('off limits in this exercise')"
_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def redacted(source: str, names: Collection[str]) -> str:
    r"""`source` without the bodies of the top-level definitions `names` and of what only they use.

    >>> print(redacted("def _half(n): return n / 2\ndef third(n): return n / 3\n"
    ...                "def quarter(n): return _half(_half(n))", {"quarter"}))
    def _half(n):
        raise RuntimeError('off limits in this exercise')
    <BLANKLINE>
    def third(n):
        return n / 3
    <BLANKLINE>
    def quarter(n):
        raise RuntimeError('off limits in this exercise')
    """
    tree = ast.parse(source)
    defined = {each.name: each for each in tree.body if isinstance(each, _Definition)}
    closed = set(names) & defined.keys()
    growing = bool(closed)
    while growing:
        users = [each for each in tree.body if getattr(each, "name", None) not in closed]
        open_still = {name for each in users for name in _used(each)}
        served = {name for each in closed for name in _used(defined[each])}
        more = (served & defined.keys()) - open_still - closed
        closed |= more
        growing = bool(more)
    for name in closed:
        _empty(defined[name])
    return ast.unparse(tree)


def _used(node: ast.stmt) -> Iterator[str]:
    """The names that `node` mentions; a definition does not count as using itself."""
    own = getattr(node, "name", None)
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and each.id != own:
            yield each.id


def _empty(definition: _Definition) -> None:
    if isinstance(definition, ast.ClassDef):
        for each in definition.body:
            if isinstance(each, _Definition):
                _empty(each)
    else:
        definition.body = ast.parse(_REFUSAL).body


def file_of(module: str) -> Path | None:
    """The source file of `module`, if it has one."""
    try:
        spec = find_spec(module)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin) if spec and spec.origin and spec.has_location else None


def needed(modules: Collection[str], package: str) -> set[Path]:
    """The files of `package` that have to be there so that `modules` of it can be imported."""
    waiting = {package, *(each for each in modules if within(each, package))}
    seen: set[str] = set()
    files: set[Path] = set()
    while waiting:
        module = waiting.pop()
        seen.add(module)
        path = file_of(module)
        if path is not None:
            files.add(path)
            imported = _imports(ast.parse(path.read_text("utf-8")))
            waiting |= {each for each in imported if within(each, package)} - seen
    return files


def within(module: str, package: str) -> bool:
    """Whether `module` is `package` or below it.

    >>> within("course.exercises.start", "course.exercises"), within("course", "course.exercises")
    (True, False)
    """
    return f"{module}.".startswith(f"{package}.")


def _imports(tree: ast.Module) -> Iterator[str]:
    """Every module that may be imported; of ``from a import b``, both ``a`` and ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
