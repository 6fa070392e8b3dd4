"""Says why something cannot travel to a child process, in the learner's own terms.

A function travels by its name: the child looks the name up among the notebook's definitions. A
lambda has no name, a function made inside a function has one that nobody can look up, and what a
decorator returns is often such a function. Python says ``Can't pickle local object`` to that.
"""

from __future__ import annotations

import io
import pickle
import traceback
from collections.abc import Iterator
from multiprocessing import process, reduction
from types import FunctionType, GeneratorType
from typing import Any

from autograder.messages import text

CANNOT_PICKLE = (pickle.PicklingError, AttributeError, TypeError)


class CannotTravelError(pickle.PicklingError):
    """Something was to be sent to a child process that cannot be; the message says why."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the learner's own line and the reason, none of our lines."""
        from autograder.report import in_lines  # noqa: PLC0415 - children import this module

        frames = traceback.extract_tb(self.__traceback__)
        own = [frame for frame in frames if "ipykernel_" in frame.filename]
        place = [f"    {frame.line}" for frame in own[-1:]]
        return [*place, *in_lines(f"{type(self).__name__}: {self}")]


def explain() -> None:
    """Replace the way :mod:`multiprocessing` pickles by one whose errors explain themselves."""
    dump, dumps = reduction.dump, reduction.ForkingPickler.dumps

    def explaining_dump(obj: Any, file: io.IOBase, protocol: int | None = None) -> None:
        try:
            dump(obj, file, protocol)
        except CANNOT_PICKLE as error:
            raise _explained(obj, error) from None

    def explaining_dumps(_cls: type, obj: Any, protocol: int | None = None) -> memoryview:
        try:
            return dumps(obj, protocol)
        except CANNOT_PICKLE as error:
            raise _explained(obj, error) from None

    reduction.dump = explaining_dump  # type: ignore[assignment]
    reduction.ForkingPickler.dumps = classmethod(explaining_dumps)  # type: ignore[assignment]


def _explained(obj: Any, error: Exception) -> Exception:
    """A better error if the reason is known, else `error` itself."""
    for part in _parts(obj):
        reason = why_not(part)
        if reason is not None:
            return CannotTravelError(reason)
    return error


def why_not(value: Any) -> str | None:
    """Why `value` cannot travel to a child process, in the current language; None if unknown.

    >>> from autograder import messages; messages.use("en")
    >>> why_not(lambda x: x)[:37]
    'A lambda cannot go to a child process'
    """
    if isinstance(value, FunctionType):
        qualified = value.__qualname__
        if value.__name__ == "<lambda>":
            return text("travel.lambda")
        if "<locals>" in qualified:
            outer = qualified.split(".<locals>")[0]
            return text("travel.nested", name=value.__name__, outer=outer)
        return None
    if isinstance(value, GeneratorType):
        return text("travel.generator")
    if isinstance(value, io.IOBase):
        return text("travel.file")
    return None


def _parts(obj: Any, depth: int = 0) -> Iterator[Any]:
    """What `obj` is made of, as far as a learner put it together."""
    yield obj
    if depth > 4:
        return
    inner: list[Any] = []
    if isinstance(obj, process.BaseProcess):
        inner = [*vars(obj).values()]
    elif isinstance(obj, list | tuple | set):
        inner = [*obj]
    elif isinstance(obj, dict):
        inner = [*obj.values()]
    for each in inner:
        yield from _parts(each, depth + 1)
