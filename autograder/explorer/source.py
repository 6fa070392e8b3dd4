"""A program's source, made ready to be run over and over.

In every loop a tick is counted, so that one that never does anything others could see is noticed and
ended: nothing else would ever take the processor from it.
"""

from __future__ import annotations

import ast
import contextlib
import linecache
import re
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import CodeType
from typing import Any

from autograder import messages
from autograder.cells import Cell
from autograder.explorer.families.disk import FOLDER, HOME, normal, parent

TICK = "__tick__"
EACH = "__each__"
TOUCHED = "__touched__"
KIND = "__kind__"
MOST_FILES = 200
"""How many files that a script does not name are brought onto its disk if it lists folders."""
MOST_BYTES = 2**20
"""How much of what lies beside a script is brought onto its disk."""
_LISTING = frozenset("listdir scandir walk glob iglob rglob iterdir".split())
_KILLING = frozenset("terminate kill daemon Pool ProcessPoolExecutor _exit".split())


class ProgramError(Exception):
    """A program that cannot even begin; `line` is where, 0 if that is not known."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Program:
    """What is to be explored.

    Args:
        text: The source of the main module.
        filename: What tracebacks and transcripts call it.
        modules: Sources of modules of its own that it may import, by dotted name.
        arguments: What ``sys.argv`` holds after the program's name.
        files: The files it finds, by absolute or relative path: nothing else is on its disk.
        unseen: What lies beside it and is not on its disk, by relative path.
        cells: What its main module begins with, before `text`: a notebook's definitions, each under
            the label that tracebacks give it.

    Raises:
        ProgramError: at its first use, if the source is not Python.

    Example::

        Program(Path("tickets.py").read_text(), "tickets.py")
    """

    text: str
    filename: str = "program.py"
    modules: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()
    cells: tuple[Cell, ...] = ()

    @classmethod
    def at(cls, path: Path, arguments: tuple[str, ...] = ()) -> Program:
        """The program in the file at `path`, with the modules and the small files beside it.

        Of files, those that its source or its `arguments` mention by name, and all in a folder that
        they mention; all of them if the source may list folders.

        Raises:
            ProgramError: if the file cannot be read as text.
        """
        try:
            with tokenize.open(path) as file:  # in the encoding that its head names
                text = file.read()
        except OSError as error:
            raise ProgramError(str(error)) from None
        except (UnicodeDecodeError, SyntaxError):
            raise ProgramError(messages.text("explorer.refused.encoding")) from None
        beside = {
            each.stem: each.read_text(encoding="utf-8-sig", errors="replace")
            for each in sorted(path.parent.glob("*.py"))
            if each != path and each.stem in text and each.stem.isidentifier() and each.is_file()
        }
        bare = cls(text, path.name, beside, arguments)
        everything = "\n".join((text, *beside.values(), *(f'"{each}"' for each in arguments)))
        files = _files_beside(path, everything, lists=bare.may_list)
        seen = {path.name, *(f"{name}.py" for name in beside), *files}
        seen |= {name.split("/")[0] for name in files}
        unseen = frozenset(each.name for each in path.parent.iterdir() if each.name not in seen)
        return replace(bare, files=files, unseen=unseen)

    @cached_property
    def own_files(self) -> frozenset[str]:
        """What tracebacks call its modules."""
        return frozenset([*self.main, *(f"{name}.py" for name in self.modules)])

    @cached_property
    def learners_files(self) -> frozenset[str]:
        """Those that a learner wrote: the cells, or all that are its own where there are none."""
        return frozenset(cell.label for cell in self.cells) or self.own_files

    @cached_property
    def main(self) -> dict[str, str]:
        """The parts of its main module, by what tracebacks call them."""
        return {**{cell.label: cell.source for cell in self.cells}, self.filename: self.text}

    @cached_property
    def code(self) -> tuple[CodeType, ...]:
        """The main module, compiled, part by part; what stands below cells is not the learner's."""
        return tuple(
            compile_with_ticks(text, name, trusted=bool(self.cells) and name == self.filename)
            for name, text in self.main.items()
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name and attribute that the program mentions, its own modules' included."""
        trees = [_parse(text, name) for name, text in self.main.items()]
        for name, text in self.modules.items():
            with contextlib.suppress(ProgramError):  # it shows when it is imported
                trees.append(_parse(text, f"{name}.py"))
        return frozenset(
            name for tree in trees for node in ast.walk(tree) for name in _names_of(node)
        )

    @cached_property
    def disk(self) -> dict[str, bytes | str]:
        """All that is on its disk when it begins: the bytes of each file, and which are folders."""
        found: dict[str, bytes | str] = dict.fromkeys(("/", HOME, "/tmp"), FOLDER)  # noqa: S108
        sources = {} if self.cells else {self.filename: self.text}
        sources |= {f"{name}.py": text for name, text in self.modules.items()}
        files = {name: text.encode() for name, text in sources.items()} | dict(self.files)
        for name, held in files.items():
            path = normal(name)
            found[path] = held
            while (path := parent(path)) not in found:
                found[path] = FOLDER
        return found

    @cached_property
    def may_list(self) -> bool:
        """Whether it could find files that it does not name; if it is not Python, no."""
        try:
            return not _LISTING.isdisjoint(self.names)
        except ProgramError:
            return False

    @cached_property
    def may_kill(self) -> bool:
        """Whether a process of it could end in the middle of things."""
        return not _KILLING.isdisjoint(self.names)

    def called(self, filename: str) -> str:
        """What a file is called before the number of a line; empty for a script's only main part.

        >>> Program("", "main", cells=(Cell("Cell In[3]", ""),)).called("Cell In[3]")
        'In[3]'
        """
        if filename == self.filename and not self.cells:
            return ""
        return filename.removeprefix("Cell ")

    def line(self, filename: str, number: int) -> str:
        """One line of its source, stripped; empty if there is none."""
        text = self.main.get(filename) or self.modules.get(filename[:-3], "")
        lines = text.splitlines()
        return lines[number - 1].strip() if 0 < number <= len(lines) else ""


def _files_beside(script: Path, text: str, *, lists: bool) -> dict[str, bytes]:
    """The small files beside `script` that `text` mentions, or all if it `lists`; by relative path."""
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    files = [*_mentioned(script.parent, text)]
    if lists:
        files += [each for each in sorted(script.parent.iterdir()) if each not in files][
            :MOST_FILES
        ]
    for file in files:
        try:
            if file.suffix != ".py" and file.is_file() and file.stat().st_size <= left:
                held = found[file.relative_to(script.parent).as_posix()] = file.read_bytes()
                left -= len(held)
        except OSError:
            continue  # one that nobody may read is as good as none
    return found


def _mentioned(folder: Path, text: str) -> Iterator[Path]:
    """What is in `folder` and has its name in `text`, and all in folders that are named there."""
    for each in sorted(folder.iterdir()):
        if not each.is_dir():
            if each.name in text:
                yield each
        elif re.search(rf"[\"'](\./)?{re.escape(each.name)}[/\"']", text):
            with contextlib.suppress(OSError):  # one that nobody may look into is as good as empty
                yield from sorted(each.iterdir())


def _names_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
            return [name]
        case ast.ImportFrom(names=names) | ast.Import(names=names):
            return [each.name for each in names]
        case ast.Constant(value=str(value)):
            return [value]
    return []


def _parse(text: str, filename: str) -> ast.Module:
    try:
        return ast.parse(text, filename)
    except SyntaxError as error:
        raise ProgramError(f"SyntaxError: {error.msg}", error.lineno or 0) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise ProgramError(f"{type(error).__name__}: {error}") from None


def compile_with_ticks(text: str, filename: str, *, trusted: bool = False) -> CodeType:
    """Compile a module so that its loops count their rounds, and, unless it is trusted, what it sets is looked at."""
    tree = (_Ticks() if trusted else _Touches()).visit(_parse(text, filename))
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    try:
        code: CodeType = compile(tree, filename, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise ProgramError(f"SyntaxError: {error.msg}", error.lineno or 0) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise ProgramError(f"{type(error).__name__}: {error}") from None
    return code


class _Ticks(ast.NodeTransformer):
    """Puts a tick at the start of every loop's body, and has what it goes through looked at."""

    def _loop(self, node: Any) -> ast.AST:
        self.generic_visit(node)
        first = node.body[0]
        call = ast.Call(ast.Name(TICK, ast.Load()), [], [])
        node.body.insert(0, ast.copy_location(ast.Expr(call), first))
        made: ast.AST = ast.fix_missing_locations(node)
        return made

    visit_While = visit_AsyncFor = _loop  # noqa: N815 - ast's own names

    def visit_For(self, node: ast.For) -> ast.AST:
        node.iter = _looked_at(node.iter)
        return self._loop(node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        if not node.is_async:
            node.iter = _looked_at(node.iter)
        return self.generic_visit(node)


class _Touches(_Ticks):
    """Has what a program sets, or reads although it is private, looked at, too: see ``virtual/guarding.py``."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        is_private = node.attr[:1] == "_" and not (node.attr[:2] == node.attr[-2:] == "__")
        if is_private or not isinstance(node.ctx, ast.Load):
            node.value = _handed_to(TOUCHED, node.value, ast.Constant(node.attr))
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="type") as kind, args=[one], keywords=[]):
                return _handed_to(KIND, kind, one)
            case ast.Call(
                func=ast.Name(id="setattr" | "delattr"),
                args=[thing, ast.Constant(value=str()) as name, *_],
            ):
                node.args[0] = _handed_to(TOUCHED, thing, name)
        return node

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.AST:
        return node  # a pattern may hold names alone


def _looked_at(iterable: ast.expr) -> ast.expr:
    return _handed_to(EACH, iterable)


def _handed_to(function: str, *given: ast.expr) -> ast.expr:
    call = ast.Call(ast.Name(function, ast.Load()), list(given), [])
    return ast.fix_missing_locations(ast.copy_location(call, given[0]))
