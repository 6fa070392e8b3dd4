"""Finds, in a learner's code, what would reach behind the objects that it is given.

A program that is explored runs in the same interpreter as what explores it. Python has no wall there:
from any object, through its class, frames or modules, code can come to everything in its process, and
tell the referee of another program than its own. No exercise asks for any of that. So code that names a
way there is not explored; the check says which name it was.

This is a list of ways that are known, and so no proof that there is no other. Beside it, a witness's program
gets no more of real modules than what is vetted (``explorer/virtual/vetted.py``), for names that are put together
while it runs are seen by nobody here. Behind both, exam mode has its walls: whatever a witness does, it can reach
no other learner's work.
"""

from __future__ import annotations

import ast
import builtins
import re
import types
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from autograder.cells import Cell

HARMLESS = frozenset("""
    __abs__ __add__ __all__ __and__ __bool__ __bytes__ __call__ __contains__ __delitem__ __del__ __doc__
    __enter__ __eq__ __exit__ __file__ __float__ __floordiv__ __format__ __future__ __ge__ __getitem__ __gt__
    __hash__ __iadd__ __index__ __init__ __int__ __isub__ __iter__ __le__ __len__ __lt__ __main__ __missing__
    __mod__ __module__ __mp_main__ __mul__ __name__ __ne__ __neg__ __new__ __next__ __or__ __post_init__ __pow__
    __qualname__ __radd__ __repr__ __reversed__ __rmul__ __round__ __rsub__ __setitem__ __slots__ __str__
    __sub__ __traceback__ __truediv__ __version__
""".split())  # fmt: skip
"""Names of Python's own that lead nowhere; all others of that form are refused."""
FUNCTIONS = frozenset(
    "breakpoint compile delattr eval exec getattr globals locals setattr type vars".split()
)
"""Builtins that take a name, or code, as text; ``getattr(x, "name")`` is read as ``x.name``, and ``type(x)``
makes no class."""
KEPT = frozenset(["__main__", "__module__", "__mp_main__", "__name__", "__qualname__"])
"""Of these, what nobody may give another meaning."""
NAMING = frozenset(["__name__", "__qualname__"])
"""What may be asked of an object's class where that is written ``x.__class__.__name__``."""
SAFELY_MATCHED = frozenset(
    "bool bytearray bytes dict float frozenset int list set str tuple".split()
)
"""Classes that a pattern may hold in brackets: of others it reads what a class's own list names."""
ATTRIBUTES = frozenset("""
    _callmethod _sys _os _io _thread _weakref _collections_abc _imp _getframe _current_frames _current_exceptions
    WRAPPER_ASSIGNMENTS attrgetter methodcaller update_wrapper builtins codecs codeobj ctypes cr_code cr_frame
    gr_frame parser
    ag_code ag_frame f_back f_builtins f_code f_globals f_locals f_trace gc get_field get_objects
    get_referents get_referrers get_type_hints getattr_static getmembers gi_code gi_frame gi_yieldfrom
    importlib inspect io linecache meta_path modules mro obj os path_hooks pkgutil posix resolve_name runpy
    setprofile settrace subprocess sys tb_frame tb_next walk_stack walk_tb CodeType Formatter ForwardRef
    FrameType FunctionType LambdaType TracebackType
""".split())  # fmt: skip
"""What leads from an object, or a library's module, to the interpreter or to other modules."""
OVERRIDDEN = frozenset("""
    _cancel _check_closed _check_initial _create _live_in _of_mine _process _reaped _record _registry _server
    _shared_name _shut_down _signal
""".split())  # fmt: skip
"""What our processes and managers call of their own: who defined it anew would be handed what runs them."""
MODULES = frozenset("""
    __main__ __mp_main__ _abc _collections_abc _ctypes _imp _io _pickle _posixsubprocess _socket _strptime _thread _typing
    _weakref ast autograder bdb builtins cffi code codecs codeop copyreg ctypes dis doctest gc greenlet
    imp importlib inspect linecache marshal mmap msgspec opcode pdb pickletools pkgutil posix
    psutil._psutil_linux pydoc runpy symtable sysconfig test timeit tokenize trace types typing_extensions
    unittest zipimport
""".split())  # fmt: skip
"""Modules whose business is the interpreter itself, or ours."""
PICKLE = frozenset(
    "DEFAULT_PROTOCOL HIGHEST_PROTOCOL PickleError PicklingError UnpicklingError dumps".split()
)
"""What of ``pickle`` makes nothing: to load is to have anything called."""
_DUNDER = re.compile(r"__\w+__")
_TYPES = [each for module in (builtins, types) for each in vars(module).values()]
_OF_PYTHON = set("""
    __base__ __bases__ __build_class__ __cached__ __class_getitem__ __dataclass_fields__ __dataclass_params__
    __delattr__ __delete__ __get__ __getattr__ __getinitargs__ __getnewargs__ __getnewargs_ex__ __getstate__
    __import__ __init_subclass__ __instancecheck__ __loader__ __match_args__ __members__ __mro__
    __mro_entries__ __orig_bases__ __package__ __path__ __prepare__ __reduce__ __reduce_ex__ __set__
    __set_name__ __setstate__ __spec__ __subclasscheck__ __subclasses__ __subclasshook__ __weakref__ __wrapped__
""".split()).union(vars(builtins), *(dir(each) for each in _TYPES if isinstance(each, type)))  # fmt: skip
_WAYS_IN_TEXT = frozenset(filter(_DUNDER.fullmatch, _OF_PYTHON)) - HARMLESS
"""In a text, such as one that is to be filled in by ``format``, what has no meaning to Python leads nowhere."""


@dataclass(frozen=True, slots=True)
class Pried:
    """A name that leads behind the curtain, and where it stands."""

    name: str
    label: str
    line: int


def pried(cells: Iterable[Cell]) -> Pried | None:
    r"""The first name in `cells` by which code could reach what runs it; None if there is none.

    >>> pried([Cell("Cell In[1]", "x = 1\ny = ().__class__.__subclasses__()")]).name
    '__subclasses__'
    >>> pried([Cell("Cell In[1]", "print(type(3).__name__, getattr(3, 'real'))")]) is None
    True
    """
    trees = [(cell, ast.parse(cell.source)) for cell in cells]
    stored = {name for _, tree in trees for node in ast.walk(tree) for name in _stored(node)}
    for cell, tree in trees:
        for name, line in sorted(_found(tree, stored), key=lambda each: each[1]):
            return Pried(name, cell.label, line)
    return None


def _found(tree: ast.AST, stored: AbstractSet[str]) -> Iterator[tuple[str, int]]:
    fine = {id(each) for node in ast.walk(tree) for each in _fine_within(node)}
    for node in ast.walk(tree):
        for name in () if id(node) in fine else _leads(node, stored):
            yield name, getattr(node, "lineno", 0)


def _stored(node: ast.AST) -> Iterator[str]:
    """Names that mean something else from here on."""
    match node:
        case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Attribute(attr=name, ctx=ast.Store()):
            yield name
        case ast.alias(name=name, asname=asname):
            yield asname or _top(name)
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name
        case ast.ExceptHandler(name=str(name)) | ast.MatchMapping(rest=str(name)):
            yield name


def _fine_within(node: ast.AST) -> Iterator[ast.AST]:
    """What leads nowhere because of what stands around it."""
    match node:
        case ast.Call(func=ast.Name(id="type") as function, args=[one], keywords=[]) if (
            not isinstance(one, ast.Starred)
        ):
            yield function
        case ast.Attribute(value=ast.Attribute(attr="__class__") as kind, attr=name) if (
            name in NAMING
        ):
            yield kind
        case ast.Call(
            func=ast.Name(id="getattr" | "setattr" | "delattr") as function,
            args=[_, ast.Constant(value=str(name)), *_],
        ) if not _is_way(name) and (function.id == "getattr" or not _is_special(name)):
            yield function
        case ast.Attribute(value=ast.Name(id="pickle") as module, attr=name) if name in PICKLE:
            yield module


def _leads(node: ast.AST, stored: AbstractSet[str]) -> Iterator[str]:
    match node:
        case ast.Name(id=name, ctx=context):
            kept = name in KEPT and not isinstance(context, ast.Load)
            if kept or name in FUNCTIONS or name == "pickle" or _is_dunder(name):
                yield name
        case ast.Attribute(attr=name, ctx=context):
            if _is_way(name) or (_is_special(name) and not isinstance(context, ast.Load)):
                yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            if name in OVERRIDDEN or _is_dunder(name):
                yield name
        case ast.MatchClass(cls=kind, patterns=inside, kwd_attrs=names):
            yield from filter(_is_way, names)
            name = ast.unparse(kind)
            if inside and (name not in SAFELY_MATCHED or name in stored):
                yield f"{name}(…)"
        case ast.Constant(value=str(value)):
            yield from (each for each in _WAYS_IN_TEXT if each in value)
        case ast.Import() | ast.ImportFrom():
            yield from _imports(node)
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            yield from filter(_is_dunder, names)


def _imports(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    names = [each.name for each in node.names]
    if isinstance(node, ast.Import):
        yield from (name for name in names if not MODULES.isdisjoint((name, _top(name))))
        yield from (each.name for each in node.names if each.name == "pickle" and each.asname)
        return
    module = node.module or ""
    if _top(module) in MODULES or (module == "pickle" and not PICKLE.issuperset(names)):
        yield module
    yield from filter(_is_way, names)


def _top(name: str) -> str:
    return name.partition(".")[0]


def _is_way(name: str) -> bool:
    return name in ATTRIBUTES or _is_dunder(name)


def _is_special(name: str) -> bool:
    return _DUNDER.fullmatch(name) is not None


def _is_dunder(name: str) -> bool:
    return _is_special(name) and name not in HARMLESS
