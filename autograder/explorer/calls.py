"""Calls of the objects that a manager keeps, as a story tells them: what is called with what, and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from autograder.explorer.operations import Error, Op
from autograder.explorer.showing import show, show_call, show_message
from autograder.explorer.virtual.server import RAISED


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a method of an object that a manager keeps.

    Args:
        method: Its name.
        arguments: What it is given, as text.
        value: What it answers, as text; the exception's name if it raises one.
        raised: Whether it raises.
    """

    method: str
    arguments: list[str]
    value: str
    raised: bool

    @property
    def part(self) -> str:
        """The entry or the attribute that it reads or writes; empty if it does neither."""
        if not self.arguments or self.raised:
            return ""
        if self.method in ("__getitem__", "__setitem__"):
            return f"[{self.arguments[0]}]"
        if self.method in ("__getattribute__", "__setattr__"):
            return "." + self.arguments[0].strip("'")
        return ""

    @property
    def writes(self) -> bool:
        """Whether it writes that part."""
        return self.method.startswith("__set")


def call_of(op: Op, answer: Any) -> Call:
    """The call that the operation ``cell.call`` is."""
    method, given, keywords = op.argument
    if isinstance(given, bytes):
        arguments, named = show_call(given)
    else:
        arguments = [show(each) for each in given]
        named = [f"{name}={show(each)}" for name, each in (keywords or {}).items()]
    raised, value = isinstance(answer, Error), ""
    if isinstance(answer, Error):
        value = answer.name
    elif isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[1], bytes):
        raised, value = answer[0] == RAISED, show_message(answer[1])
    elif not isinstance(answer, tuple):
        value = show(answer)
    if raised:
        value = value.partition("(")[0]
    elif method.startswith("__set") and len(arguments) > 1:
        value = arguments[1]
    return Call(method.lstrip("#"), arguments + named, value, raised)
