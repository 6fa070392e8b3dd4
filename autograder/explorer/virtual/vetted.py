"""What of the standard library a program may have that runs in the hands of who is graded.

Python's own modules hold ways to the interpreter: a module's modules, functions that look up what a
text names, ones that run text. A witness's program gets of them what is listed here, and each name was
looked at: none of it reads an attribute by a name that is worked out, none runs text, none hands out
what it keeps for itself. What is not listed is not modelled for such a program, and says so.
"""

from __future__ import annotations

import copy
import dataclasses
import importlib
import inspect
import sys
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from autograder.explorer.doing import unsupported
from autograder.prying import PICKLE

_ALL = "*"
"""All that the module says is its own."""
_NAMES = {
    "__future__": _ALL,
    "abc": "ABC abstractmethod",
    "array": "array typecodes",
    "base64": _ALL,
    "binascii": "a2b_base64 a2b_hex b2a_base64 b2a_hex crc32 hexlify unhexlify Error",
    "bisect": "bisect bisect_left bisect_right insort insort_left insort_right",
    "calendar": "isleap leapdays monthrange weekday day_name day_abbr month_name month_abbr",
    "cmath": _ALL,
    "collections": _ALL,
    "collections.abc": _ALL,
    "copy": "copy",
    "dataclasses": "field is_dataclass FrozenInstanceError InitVar KW_ONLY MISSING",
    "decimal": _ALL,
    "difflib": _ALL,
    "enum": "Enum IntEnum StrEnum Flag IntFlag auto unique",
    "errno": _ALL,
    "fractions": _ALL,
    "functools": "cache cached_property cmp_to_key lru_cache partial reduce total_ordering",
    "graphlib": _ALL,
    "hashlib": "blake2b blake2s md5 sha1 sha224 sha256 sha384 sha512 new",
    "heapq": _ALL,
    "html": _ALL,
    "itertools": _ALL,
    "json": _ALL,
    "json.decoder": "JSONDecodeError",
    "keyword": _ALL,
    "math": _ALL,
    "numbers": _ALL,
    "operator": """
        abs add and_ concat contains countOf delitem eq floordiv ge getitem gt iadd iand ifloordiv
        imod imul index indexOf inv invert ior is_ is_not isub itemgetter itruediv ixor le length_hint
        lshift lt matmul mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor
    """,
    "pickle": " ".join(PICKLE),
    "re": _ALL,
    "statistics": _ALL,
    "string": """
        ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable
        punctuation whitespace Template
    """,
    "struct": _ALL,
    "textwrap": _ALL,
    "typing": """
        AbstractSet Annotated Any Callable ClassVar Collection Container Dict Final FrozenSet Generator
        Generic Hashable Iterable Iterator List Literal Mapping MutableMapping MutableSequence MutableSet
        NoReturn Optional Self Sequence Set Sized Tuple Type TypeAlias TypeVar Union TYPE_CHECKING cast
    """,
    "unicodedata": _ALL,
    "weakref": "ref",
    "zlib": "adler32 compress crc32 decompress error",
    "zoneinfo": "ZoneInfo ZoneInfoNotFoundError",
}
_VIRTUAL_NAMES = {
    "traceback": "format_exc format_exception_only print_exc",
}
"""Of virtual modules, all is offered but where this says what."""
_DENIED = frozenset("argparse codecs ctypes gc inspect".split())
"""Virtual modules of which nothing is."""
_FIELDS = "__dataclass_fields__"
_SIMPLE = (int, float, complex, str, bytes, bool, type(None))
_CONTAINERS = (list, tuple, dict, set, frozenset)


@cache
def contents(name: str) -> dict[str, Any] | None:
    """What a program may have of the real module `name`; None if nothing.

    >>> sorted(contents("bisect"))[:2]
    ['bisect', 'bisect_left']
    >>> contents("ast") is None
    True
    """
    wanted = _NAMES.get(name)
    if wanted is None:
        return None
    real = importlib.import_module(name)
    names = _public(real) if wanted == _ALL else wanted.split()
    return {each: getattr(real, each) for each in names if hasattr(real, each)} | _OWN.get(name, {})


def own_copies(offered: dict[str, Any]) -> dict[str, Any]:
    """The same for one process: what it puts into a list or a table there, no other one finds."""
    return {
        name: copy.copy(each) if type(each) in _CONTAINERS else each
        for name, each in offered.items()
    }


def _public(real: types.ModuleType) -> list[str]:
    own: list[str] = getattr(real, "__all__", [])
    return own or [
        name
        for name, each in real.__dict__.items()
        if name[:1] != "_" and not isinstance(each, types.ModuleType)
    ]


def narrowed(made: types.ModuleType) -> types.ModuleType | None:
    """Of a virtual module, what a program may have; None if nothing."""
    name = made.__name__
    if name in _DENIED:
        return None
    wanted = _VIRTUAL_NAMES.get(name)
    if wanted is None:
        return made
    narrow = type(made)(name)
    narrow.__dict__.update({each: made.__dict__[each] for each in wanted.split()})
    return narrow


def _deepcopy(x: Any, memo: Any = None) -> Any:
    """``copy.deepcopy`` of data: nobody is shown what was copied on the way to a copy."""
    if memo is not None:
        unsupported("copy.deepcopy with a memo")
    if not _is_data(x):
        unsupported(f"copy.deepcopy of {type(x).__name__}")
    return copy.deepcopy(x)


def _is_data(value: Any) -> bool:
    left, seen = [value], set()
    while left:
        each = left.pop()
        kind = type(each)
        if kind in _CONTAINERS and id(each) not in seen:
            seen.add(id(each))
            left += [*each, *each.values()] if kind is dict else each
        elif kind not in _SIMPLE and kind not in _CONTAINERS:
            return False
    return True


def _dataclass(cls: type | None = None, /, **options: Any) -> Any:
    """``dataclasses.dataclass``, which makes code of the names of fields: names only."""

    def made(cls: type) -> type:
        fields = [each for base in cls.__mro__ for each in base.__dict__.get(_FIELDS, {}).values()]
        for name in [*_annotations(cls), *(each.name for each in fields)]:
            if type(name) is not str or not name.isidentifier():
                unsupported("a field whose name is no name")
        return dataclasses.dataclass(**options)(cls)

    return made if cls is None else made(cls)


def _annotations(cls: type) -> Mapping[str, Any]:
    if sys.version_info < (3, 14):
        return inspect.get_annotations(cls)
    import annotationlib  # type: ignore[import-not-found]  # noqa: PLC0415 - new there: what is not defined yet is no error

    return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)


def _wraps(wrapped: Any) -> Callable[[Any], Any]:
    """``functools.wraps``, for the names that matter."""

    def dressed(wrapper: Any) -> Any:
        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            if hasattr(wrapped, name):
                setattr(wrapper, name, getattr(wrapped, name))
        return wrapper

    return dressed


_OWN: dict[str, dict[str, Callable[..., Any]]] = {
    "copy": {"deepcopy": _deepcopy},
    "dataclasses": {"dataclass": _dataclass},
    "functools": {"wraps": _wraps},
}
"""What is not the real one."""
