"""What one top-level statement defines, and what it needs to be run.

A *definition* can be run again in another process without doing anything: an import, a function, a
class, a constant. :func:`classify` looks at the syntax only.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

PURE_BUILTINS = frozenset(
    "abs all any bool bytearray bytes chr complex dict divmod enumerate filter float format "
    "frozenset hash hex int isinstance len list map max min object ord pow range repr reversed "
    "round set slice sorted str sum tuple type zip".split()
)
PURE_CALLS = frozenset(
    "collections.Counter collections.OrderedDict collections.defaultdict collections.deque "
    "collections.namedtuple dataclasses.field datetime.date datetime.datetime datetime.time "
    "datetime.timedelta decimal.Decimal enum.Enum enum.IntEnum enum.auto fractions.Fraction "
    "functools.partial multiprocessing.get_context operator.attrgetter operator.itemgetter pathlib.Path pathlib.PurePath "
    "random.Random re.compile types.SimpleNamespace typing.NamedTuple typing.NewType "
    "typing.ParamSpec typing.TypeVar uuid.UUID".split()
)
PURE_METHODS = frozenset(
    "capitalize casefold center copy count decode encode endswith find format format_map fromkeys "
    "index items join keys ljust lower lstrip partition removeprefix removesuffix replace rfind "
    "rjust rpartition rsplit rstrip split splitlines startswith strip title translate union upper "
    "values with_name with_suffix zfill".split()
)
RECORD_MAKERS = frozenset({"dataclasses.dataclass", "typing.NamedTuple", "enum.Enum"})
"""Decorators and bases that make a class whose instances are records: building one does nothing."""

_BUILTIN_NAMES = frozenset(dir(builtins))
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(slots=True)
class Statement:
    """One top-level statement.

    Args:
        start: Row and byte column (both from 0) of its first character, decorators included.
        end: Row and byte column behind its last character.
        binds: The names it binds, each with what is known of it: an import's dotted name,
            ``"record"`` for a class of plain records, else an empty string.
        needs: Names it must find when it is run.
        uses: Names it reads at any time, inside its functions too.
        calls: Whether running it may run a function of the notebook's own.
        may_define: Whether its form is that of a definition.
        updates: Whether it changes what its name already stands for, as ``prices["a"] = 1`` does.
        kept: Whether it is part of the notebook's definitions.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    binds: dict[str, str] = field(default_factory=dict)
    needs: set[str] = field(default_factory=set)
    uses: set[str] = field(default_factory=set)
    calls: bool = False
    may_define: bool = False
    updates: bool = False
    is_import: bool = False
    is_future: bool = False
    kept: bool = False
    values: list[ast.expr] = field(default_factory=list)

    def defines(self, available: Mapping[str, str]) -> bool:
        """Whether this is a definition, given the names that earlier definitions bind."""
        if not self.may_define or not self.binds or "__name__" in self.needs:
            return False
        own = set() if self.updates else self.binds.keys()
        if "*" not in available and not self.needs <= _BUILTIN_NAMES | available.keys() | own:
            return False
        return all(_is_constant(value, available) for value in self.values)


def classify(node: ast.stmt) -> Statement:
    """What `node`, a top-level statement, defines and needs.

    >>> statement = classify(ast.parse("total = price * 3").body[0])
    >>> statement.binds, statement.needs, statement.may_define
    ({'total': ''}, {'price'}, True)
    """
    decorators = getattr(node, "decorator_list", [])
    first = min([node, *decorators], key=lambda each: each.lineno)
    start = (first.lineno - 1, 0 if decorators else node.col_offset)
    statement = Statement(start, ((node.end_lineno or 1) - 1, node.end_col_offset or 0))
    statement.uses = {
        each.id for each in ast.walk(node) if isinstance(each, ast.Name)
    }  # annotations as strings are read by nobody at run time
    statement.needs = set(_eager_names(node))
    _describe(node, statement)
    return statement


def _describe(node: ast.stmt, statement: Statement) -> None:
    match node:
        case ast.Import(names=names):
            statement.may_define = statement.is_import = True
            for alias in names:
                bound = alias.asname or alias.name.partition(".")[0]
                statement.binds[bound] = alias.name if alias.asname else bound
        case ast.ImportFrom(names=names, module=module):
            statement.may_define = statement.is_import = True
            statement.is_future = module == "__future__"
            for alias in names:
                statement.binds[alias.asname or alias.name] = f"{module}.{alias.name}"
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            statement.may_define = True
            statement.binds[node.name] = ""
            statement.calls = bool(node.decorator_list)
        case ast.ClassDef():
            # One whose body raises has never come to be: to run it again would raise again.
            statement.may_define = not any(isinstance(each, ast.Raise) for each in node.body)
            statement.binds[node.name] = "class"
            statement.calls = True
        case ast.Assign(targets=targets, value=value):
            statement.may_define = all(_bind(target, statement) for target in targets)
            statement.values.append(value)
        case ast.AnnAssign(target=target, value=value):
            statement.may_define = _bind(target, statement)
            statement.values += [value] if value else []
        case ast.AugAssign(target=target, value=value):
            statement.may_define = _bind(target, statement)
            statement.needs |= set(statement.binds)
            statement.updates = True
            statement.values.append(value)
        case ast.If(body=body, orelse=orelse, test=test):
            statement.values.append(test)
            _describe_all([*body, *orelse], statement)
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=final):
            caught = [each for handler in handlers for each in handler.body]
            _describe_all([*body, *caught, *orelse, *final], statement)
        case ast.Pass():
            statement.may_define = True
        case _:
            statement.may_define = type(node).__name__ == "TypeAlias"  # Python 3.12's `type X = …`
            _bind_all(node, statement)
    _note_records(node, statement)


def _describe_all(nodes: list[ast.stmt], statement: Statement) -> None:
    """Describe a compound statement: it is a definition if all that is in it is."""
    may_define = True
    for node in nodes:
        _describe(node, statement)
        may_define = may_define and statement.may_define
    statement.may_define = may_define and bool(nodes)
    statement.is_import = False


def _bind(target: ast.expr, statement: Statement) -> bool:
    """Note what an assignment to `target` binds; whether that is a name and not, say, a slot."""
    match target:
        case ast.Name(id=name):
            statement.binds[name] = ""
            return True
        case ast.Tuple(elts=elements) | ast.List(elts=elements):
            bound = [_bind(element, statement) for element in elements]  # each notes its names
            return all(bound)
        case ast.Starred(value=value):
            return _bind(value, statement)
        case ast.Subscript(value=ast.Name(id=name)) | ast.Attribute(value=ast.Name(id=name)):
            statement.binds[name] = ""
            statement.needs.add(name)
            statement.updates = True
            return True
        case _:
            return False


def _bind_all(node: ast.AST, statement: Statement) -> None:
    """Note every name that a statement of another kind binds, such as a loop's variable."""
    inner = _comprehension_names(node)  # a comprehension's variables are its own
    for each in eager_nodes(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            if each.id not in inner:
                statement.binds[each.id] = ""
        elif isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            statement.binds[each.name] = ""


def _note_records(node: ast.stmt, statement: Statement) -> None:
    if isinstance(node, ast.ClassDef):
        makers = [*node.decorator_list, *node.bases]
        names = {_last_name(each.func if isinstance(each, ast.Call) else each) for each in makers}
        if names & {maker.rpartition(".")[2] for maker in RECORD_MAKERS}:
            statement.binds[node.name] = "record"


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def eager_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes that are evaluated when `node` is run: everything but the bodies of functions."""
    yield node
    if isinstance(node, _FUNCTIONS):
        arguments = node.args
        yield from (
            inner
            for default in [*arguments.defaults, *filter(None, arguments.kw_defaults)]
            for inner in eager_nodes(default)
        )
        for decorator in getattr(node, "decorator_list", []):
            yield from eager_nodes(decorator)
        return
    for child in ast.iter_child_nodes(node):
        yield from eager_nodes(child)


def _eager_names(node: ast.stmt) -> Iterator[str]:
    stored = {
        each.id
        for each in eager_nodes(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    # A name that a class body or a comprehension stores is its own; a top-level one is in `binds`.
    inner = stored if isinstance(node, ast.ClassDef) else _comprehension_names(node)
    for each in eager_nodes(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load) and each.id not in inner:
            yield each.id


def _comprehension_names(node: ast.AST) -> set[str]:
    return {
        name.id
        for each in ast.walk(node)
        if isinstance(each, ast.comprehension)
        for name in ast.walk(each.target)
        if isinstance(name, ast.Name)
    }


def _is_constant(value: ast.expr, available: Mapping[str, str]) -> bool:
    """Whether evaluating `value` again elsewhere gives the same and does nothing else."""
    return all(
        not isinstance(each, ast.Await | ast.Yield | ast.YieldFrom | ast.NamedExpr)
        and (not isinstance(each, ast.Call) or _is_pure(each, available))
        for each in eager_nodes(value)
    )


def _is_pure(call: ast.Call, available: Mapping[str, str]) -> bool:
    name = _dotted(call.func, available)
    if name in PURE_CALLS or name == "record":
        return True
    if isinstance(call.func, ast.Name):
        return call.func.id in PURE_BUILTINS and call.func.id not in available
    return isinstance(call.func, ast.Attribute) and call.func.attr in PURE_METHODS


def _dotted(node: ast.expr, available: Mapping[str, str]) -> str:
    """The dotted name that `node` stands for, its imports resolved; empty if it is none."""
    if isinstance(node, ast.Name):
        return available.get(node.id, "")
    if isinstance(node, ast.Attribute):
        base = _dotted(node.value, available)
        return f"{base}.{node.attr}" if base else ""
    return ""
