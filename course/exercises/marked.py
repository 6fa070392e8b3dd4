"""What a scenario's own lines print: marked so that nothing a learner prints can be taken for it.

A scenario prints ``⟪bitten⟫ 'pork'``, a mark and a plain value. Rules count such marks, wherever they
stand in a line, and nothing else: learners may print what they like while they look for their mistakes.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Self

from autograder.explorer.conditions import View
from autograder.messages import text


def told(view: View, mark: str, process: str | None = None) -> list[Any]:
    """The values that a scenario printed behind a mark: one process, by its name, or all of them.

    The values are not to be changed: whoever asks again gets the same ones.

    Raises:
        ValueError: if something was printed that is no plain value.
    """
    found = re.findall(f"⟪{re.escape(mark)}⟫ (.*)", view.output(process))
    return [_value(value) for value in found]


_value = lru_cache(1024)(literal_eval)
"""Most of what is printed was printed before, in another interleaving."""


def same(found: Sequence[Any], wanted: Sequence[Any]) -> bool:
    """Whether two lists hold the same things, each as often, in whatever order."""
    return sorted(map(repr, found)) == sorted(map(repr, wanted))


NAMES_USED = """
def names_used(thing, found):
    parts = [thing, *vars(thing).values()] if isinstance(thing, type) else [thing]
    codes = [each.__code__ for each in parts if hasattr(each, "__code__")]
    while codes:
        code = codes.pop()
        codes += [each for each in code.co_consts if hasattr(each, "co_names")]
        for name in code.co_names:
            if name not in found:
                found[name] = True
                names_used(globals().get(name), found)
    return found

"""
"""For a scenario: the names that a function or class uses, and those that what it calls uses.

It goes through `str.format` with the rest of a scenario: no braces here.
"""

STRINGS_IN = """
def strings_in(*functions):
    codes = [each.__code__ for each in functions if hasattr(each, "__code__")]
    found = [each for code in codes for each in code.co_consts]
    found += [each for part in found if type(part) is tuple for each in part]
    found += [globals().get(name) for code in codes for name in code.co_names]
    said = [each.__doc__ for each in functions]
    return list(dict.fromkeys(each for each in found if type(each) is str and each not in said))

"""
"""For a scenario: the strings that functions hold. Whoever ends by a string will meet it as a message.

It goes through `str.format` with the rest of a scenario: no braces here.
"""


class Said(str):
    """Python for a scenario to hold, of which a reader is told in words.

    Args:
        code: The Python.
        key: Where the catalogue keeps the words.
    """

    __slots__ = ("key",)

    key: str

    def __new__(cls, code: str, key: str) -> Self:
        """A string that knows its words."""
        self = super().__new__(cls, code)
        self.key = key
        return self

    def __format__(self, spec: str) -> str:
        """What a sentence says of it."""
        return text(self.key)
