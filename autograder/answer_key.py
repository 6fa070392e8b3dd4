"""The answer key of an exercise: what only its author knows, and what learners get in its place.

A key stands in a module of its own, which is not published. A learner's tree has a record beside it: the
right answer, and that of every named mistake, to inputs that were chosen beforehand. An answer is judged
there by the same exercise, on these inputs and no others.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from autograder.plain import NotPlainError, decode, encode

if TYPE_CHECKING:
    from autograder.exercise import Arguments, Exercise

OPEN = 60
"""How many generated inputs an open test tries."""
SMALL, SMALL_SIZE = 240, 3
"""How many inputs are recorded besides, so that a small one is there to show a mistake; and their size."""


class NotRecordedError(LookupError):
    """A record has no answer to these arguments."""


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """Right answers, and wrong ones that have a name.

    Args:
        reference: The right answer for the arguments.
        misconceptions: Wrong models by diagnosis. The one that gives the learner's answers on every
            input tried names the mistake.
        slips: Wrong models by diagnosis, of which one wrong answer is enough to name the mistake.
        recorded: The arguments to which it has answers, if they are all that is left of it.

    >>> AnswerKey(lambda people: 2 * people, {"squares": lambda people: people**2}).reference(3)
    6
    """

    reference: Callable[..., Any] | None = None
    misconceptions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    slips: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    recorded: Sequence[Arguments] | None = None


class _Column:
    """A function of which a number of answers is all that is known."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self.answers = answers

    def __call__(self, *arguments: Any) -> Any:
        try:
            return decode(self.answers[_name(arguments)])
        except KeyError:
            raise NotRecordedError(repr(arguments)) from None


@cache
def load(name: str) -> AnswerKey:
    """The key ``"module:attribute"``, or what was recorded of it where the module is not published.

    Raises:
        ModuleNotFoundError: if there is neither.
    """
    module, _, attribute = name.partition(":")
    try:
        found: AnswerKey = getattr(import_module(module), attribute)
    except ModuleNotFoundError as error:
        from importlib.resources import files  # noqa: PLC0415 - instructors never need it

        package, _, last = module.rpartition(".")
        record = files(package) / f"{last}.json"
        if error.name != module or not record.is_file():
            raise
        return _from_record(json.loads(record.read_text("utf-8"))[attribute])
    return found


def record(exercise: Exercise) -> list[dict[str, Any]]:
    """The answers of an exercise's key to its examples, to what an open test tries, and to small inputs."""
    from autograder.checking import inputs  # noqa: PLC0415 - it imports exercises, and they this module

    tried = inputs(exercise, (), OPEN, 0)
    if exercise.generate is not None:
        rng = random.Random(f"{exercise.id} small")  # noqa: S311 - to be repeatable, not secret
        tried += [exercise.generate(rng, 1 + n % SMALL_SIZE) for n in range(SMALL)]
    key = exercise.solution
    rows = []
    for arguments in {_name(each): each for each in tried}.values():
        row: dict[str, Any] = {"arguments": encode(arguments)}
        if key.reference is not None:
            row["expected"] = encode(key.reference(*arguments))
        for kind in ("misconceptions", "slips"):
            models: Mapping[str, Callable[..., Any]] = getattr(key, kind)
            row[kind] = {
                diagnosis: said[0]
                for diagnosis, model in models.items()
                if (said := _said(model, arguments))
            }
        rows.append(row)
    return rows


def _said(model: Callable[..., Any], arguments: Arguments) -> list[Any]:
    """What a wrong model answers; nothing if it fails where a right one does not."""
    try:
        return [encode(model(*arguments))]
    except NotPlainError:
        raise
    except Exception:  # noqa: BLE001 - a model may fail in any way
        return []


def _from_record(rows: Sequence[Mapping[str, Any]]) -> AnswerKey:
    def columns(kind: str) -> dict[str, _Column]:
        """A function for each diagnosis, in the order in which they were first written."""
        names = dict.fromkeys(name for row in rows for name in row[kind])
        return {
            name: _Column(
                {json.dumps(row["arguments"]): row[kind][name] for row in rows if name in row[kind]}
            )
            for name in names
        }

    expected = {json.dumps(row["arguments"]): row["expected"] for row in rows if "expected" in row}
    return AnswerKey(
        _Column(expected) if expected else None,
        columns("misconceptions"),
        columns("slips"),
        [decode(row["arguments"]) for row in rows],
    )


def _name(arguments: Arguments) -> str:
    return json.dumps(encode(arguments))
