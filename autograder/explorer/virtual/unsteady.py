"""What is another one in every run of Python: identities, hashes, and the order of sets.

Here they are what they happen to be, and the same in every execution as far as that can be had. A
program that acts upon them may do in other runs what was not tried, and so it is noted.
"""

from __future__ import annotations

import builtins
import sys
from typing import Any

from autograder.explorer.doing import here
from autograder.explorer.loops import counted

_STEADY = (int, float, complex, type(None))


def _note(note: str) -> None:
    if here.task is not None:
        here.task.process.machine.notes.add(note)


def id_(obj: object, /) -> int:
    """The builtin ``id``."""
    _note("identity")
    return builtins.id(obj)


def hash_(obj: object, /) -> int:
    """The builtin ``hash``; to give one of their own, classes may ask for others'."""
    if not isinstance(obj, _STEADY) and sys._getframe(1).f_code.co_name != "__hash__":
        _note("identity")
    return builtins.hash(obj)


def each(iterable: Any, /) -> Any:
    """What a loop goes through, counted."""
    is_set = iterable.__class__ in (set, frozenset) and len(iterable) > 1
    if is_set and not all(isinstance(element, _STEADY) for element in iterable):
        _note("order")
    return counted(iterable)
