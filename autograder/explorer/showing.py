"""Values as text for a story: the same on every machine, and without running anything.

What a program keeps in shared things may be of its own classes, and a message is a pickle of its
making. Neither is asked for its ``repr``, and no pickle is loaded: plain data is shown, and of all else
the name of its class.
"""

from __future__ import annotations

import pickletools
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import islice
from typing import Any

LONGEST = 40
"""Characters after which a value is cut."""
_MOST = 1_000_000
"""Bytes of a message that are looked at."""
_DEEPEST = 3
_WIDEST = 24
"""Entries of a container that are looked at: more would not fit, and a message may nest them without end."""
_PLAIN = (int, float, complex, str, bytes, bool, type(None))
_SCALARS = (int, float, str, bytes)
_BRACKETS: dict[Any, str] = {list: "[]", set: "{}", tuple: "()", dict: "{}"}
_CONTAINERS: dict[str, type] = {"list": list, "set": set, "tuple": tuple}


class _Named(str):
    """Something that is known by name only, such as a class; shown without quotes."""

    __slots__ = ()


def show(value: Any) -> str:
    """A value as text.

    >>> show({"left": [1, 2]}), show(object()), show("bun " * 20)
    ("{'left': [1, 2]}", 'object(…)', "'bun bun bun bun bun bun bun bun bun bu…")
    >>> show(type("Rest", (int,), {})(2))
    'Rest(2)'
    """
    shown = _shown(value, 0)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def show_message(message: Any) -> str:
    """What a message says: the plain data that was pickled, or the bytes themselves.

    >>> import pickle
    >>> show_message(pickle.dumps(("bun", 0))), show_message(b"raw")
    ("('bun', 0)", "b'raw'")
    """
    if not isinstance(message, bytes):
        return show(message)
    if len(message) <= _MOST and message[:1] == b"\x80":
        with suppress(Exception):  # whatever it raises, it is no pickle of plain data
            return show(_Reader().read(message))
    return show(bytes(message[: LONGEST + 1]))


def _shown(value: Any, depth: int) -> str:
    kind = type(value)
    if kind is _Named:
        return str(value)
    if kind in _PLAIN:
        return repr(value)
    if depth > _DEEPEST:
        return "…"
    if kind is dict:
        return _listed(kind, _pairs([each for pair in value.items() for each in pair], depth))
    if kind in _BRACKETS:
        return _listed(kind, _entries(sorted(value, key=repr) if kind is set else value, depth))
    if kind is _Made:
        return _made(value, depth)
    for plain in _SCALARS:
        if issubclass(kind, plain):  # its own repr may be of the program's making
            return f"{kind.__name__}({plain.__repr__(value)})"
    return f"{kind.__name__}(…)"


def _entries(values: Iterable[Any], depth: int) -> list[str]:
    return [_shown(each, depth + 1) for each in islice(values, _WIDEST)]


def _pairs(values: list[Any], depth: int) -> list[str]:
    """Keys and values, which follow each other in one list."""
    shown = _entries(values, depth)
    return [f"{key}: {each}" for key, each in zip(shown[::2], shown[1::2], strict=True)]


def _listed(kind: type, parts: list[str]) -> str:
    if kind is set:
        parts = sorted(parts)  # a set has no order of its own
        if not parts:
            return "set()"
    opening, closing = list(_BRACKETS[kind])
    comma = "," if kind is tuple and len(parts) == 1 else ""
    return f"{opening}{', '.join(parts)}{comma}{closing}"


# --- Reading a pickle without loading it --------------------------------------------------------------


class _Made:
    """What a pickle would have made: of what kind, from what.

    Of an object it is one plain value at most, the one that it is besides: such as a number's.
    """

    def __init__(self, kind: str, parts: list[Any]) -> None:
        self.kind = kind
        self.parts = parts


def _made(value: _Made, depth: int) -> str:
    if value.kind == "dict":
        return _listed(dict, _pairs(value.parts, depth))
    if value.kind in _CONTAINERS:
        return _listed(_CONTAINERS[value.kind], _entries(value.parts, depth))
    inside = [_shown(each, depth) for each in value.parts] or ["…"]
    return f"{value.kind}({', '.join(inside)})"


_INT = _Named("int")
_MARK = object()
_CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_EMPTY = {"EMPTY_LIST": "list", "EMPTY_TUPLE": "tuple", "EMPTY_DICT": "dict", "EMPTY_SET": "set"}
_COUNTED = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
_WHOLE = {"TUPLE": "tuple", "FROZENSET": "set", "LIST": "list", "DICT": "dict"}
_ONE_MORE = {"APPEND": 1, "SETITEM": 2}
_CALLS = {"REDUCE": 1, "NEWOBJ": 1, "NEWOBJ_EX": 2}


class _Reader:
    """What a pickle describes, read from its opcodes one by one; nothing is imported or called."""

    def __init__(self) -> None:
        self._stack: list[Any] = []
        self._memo: list[Any] = []

    def read(self, message: bytes) -> Any:
        """The value that a whole pickle describes."""
        for code, argument, _ in pickletools.genops(message):
            handler = _HANDLERS[code.name]
            if handler is not None:
                handler(self, code.name, argument)
        return self._stack[-1]

    def value(self, _name: str, argument: Any) -> None:
        self._stack.append(bytes(argument) if isinstance(argument, bytearray) else argument)

    def constant(self, name: str, _argument: Any) -> None:
        self._stack.append(_CONSTANTS[name])

    def empty(self, name: str, _argument: Any) -> None:
        self._stack.append(_Made(_EMPTY[name], []))

    def counted(self, name: str, _argument: Any) -> None:
        self._stack.append(_Made("tuple", self._taken(_COUNTED[name])))

    def whole(self, name: str, _argument: Any) -> None:
        self._stack.append(_Made(_WHOLE[name], self._above_mark()))

    def more(self, _name: str, _argument: Any) -> None:
        parts = self._above_mark()
        self._stack[-1].parts += parts

    def one_more(self, name: str, _argument: Any) -> None:
        parts = self._taken(_ONE_MORE[name])
        self._stack[-1].parts += parts

    def call(self, name: str, _argument: Any) -> None:
        given, *_ = self._taken(_CALLS[name])
        called = self._stack[-1]
        parts = given.parts if isinstance(given, _Made) else []
        plain = parts if len(parts) == 1 and type(parts[0]) in _SCALARS else []
        if called is _INT and plain and type(plain[0]) is int:
            self._stack[-1] = plain[0]  # a number that was made one on its way
        else:
            self._stack[-1] = _Made(str(called), plain if name == "NEWOBJ" else [])

    def named(self, _name: str, _argument: Any) -> None:
        is_int = self._stack[-2:] == ["builtins", "int"]
        self._stack[-2:] = [_INT if is_int else _Named(self._stack[-1])]

    def memoize(self, _name: str, _argument: Any) -> None:
        self._memo.append(self._stack[-1])

    def get(self, _name: str, argument: int) -> None:
        self._stack.append(self._memo[argument])

    def mark(self, _name: str, _argument: Any) -> None:
        self._stack.append(_MARK)

    def build(self, _name: str, _argument: Any) -> None:
        self._stack.pop()

    def _above_mark(self) -> list[Any]:
        place = len(self._stack) - 1
        while self._stack[place] is not _MARK:
            place -= 1
        found = self._stack[place + 1 :]
        del self._stack[place:]
        return found

    def _taken(self, count: int) -> list[Any]:
        found = self._stack[len(self._stack) - count :]
        del self._stack[len(self._stack) - count :]
        return found


_VALUES = """
    INT BININT BININT1 BININT2 LONG LONG1 LONG4 FLOAT BINFLOAT BINUNICODE SHORT_BINUNICODE BINUNICODE8
    BINBYTES SHORT_BINBYTES BINBYTES8 BYTEARRAY8
""".split()
_HANDLERS: dict[str, Callable[[_Reader, str, Any], None] | None] = {
    **dict.fromkeys(_VALUES, _Reader.value),
    **dict.fromkeys(_CONSTANTS, _Reader.constant),
    **dict.fromkeys(_EMPTY, _Reader.empty),
    **dict.fromkeys(_COUNTED, _Reader.counted),
    **dict.fromkeys(_WHOLE, _Reader.whole),
    **dict.fromkeys(("APPENDS", "SETITEMS", "ADDITEMS"), _Reader.more),
    **dict.fromkeys(_ONE_MORE, _Reader.one_more),
    **dict.fromkeys(_CALLS, _Reader.call),
    **dict.fromkeys(("BINGET", "LONG_BINGET"), _Reader.get),
    **dict.fromkeys(("PROTO", "FRAME", "STOP"), None),
    "STACK_GLOBAL": _Reader.named,
    "MEMOIZE": _Reader.memoize,
    "MARK": _Reader.mark,
    "BUILD": _Reader.build,
}


def show_call(pickled: Any) -> tuple[list[str], list[str]]:
    """The arguments and the keyword arguments of a call that was pickled, as text.

    >>> import pickle
    >>> show_call(pickle.dumps((("n", 1), {"default": 0})))
    (["'n'", '1'], ["'default': 0"])
    """
    try:
        arguments, keywords = _Reader().read(pickled).parts
        return _entries(arguments.parts, 0), _pairs(keywords.parts, 0)
    except Exception:  # noqa: BLE001 - whatever it is, it is no pickled call
        return ["…"], []
