"""A job given to a pool: it is done when each of its parts has an answer.

``value`` maps the number of a part to its answer, in the order in which they came; ``limit`` is the
number of parts, ``owner`` the part that was the first to fail, or
:data:`~autograder.explorer.families.pooled.TAKEN_BACK`. ``extra`` is ``"ordered"`` or
``"unordered"`` where answers are looked at one by one, in their order or as they come.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.families.pooled import deliver
from autograder.explorer.operations import NONE, Access, Actor, Kind, Primitive

_WAIT = frozenset({"job.wait"})


def _finish(job: Primitive, _actor: Actor, argument: tuple[int, Any]) -> None:
    """Let a part have its answer; a pool does so with operations of its own, which count as this."""
    deliver(job, *argument)


def _is_done(job: Primitive, _actor: Actor, _argument: Any) -> bool:
    return len(job.value) >= job.limit


def _answers(job: Primitive, _actor: Actor, _argument: Any) -> dict[Any, Any] | None:
    """All answers by part, or None if some are missing."""
    return dict(sorted(job.value.items())) if len(job.value) >= job.limit else None


def _has_next(job: Primitive, _actor: Actor, argument: int) -> bool:
    return argument in job.value if job.extra == "ordered" else len(job.value) > argument


def _next(job: Primitive, _actor: Actor, argument: int) -> Any:
    """The answer whose turn it is."""
    return job.value[argument] if job.extra == "ordered" else list(job.value.values())[argument]


def _try_next(job: Primitive, actor: Actor, argument: int) -> Any:
    return _next(job, actor, argument) if _has_next(job, actor, argument) else None


def _takes(_job: Primitive, name: str, _actor: Actor, argument: int) -> tuple[Access, ...]:
    return (Access(f"{name}#{argument}", "message.take"),)


def _looks(_job: Primitive, name: str, _actor: Actor, _argument: int) -> tuple[Access, ...]:
    return (Access(name, "job.look"),)


def _not_done(job: Primitive) -> frozenset[str]:
    return NONE if len(job.value) >= job.limit else _WAIT


KINDS = {
    "job.finish": Kind(_finish, commutes=frozenset({"job.finish", "job.wait"}), spares=_not_done),
    "job.wait": Kind(
        _answers,
        _is_done,
        commutes=frozenset({"job.finish", "job.wait", "job.look"}),
        changes=False,
    ),
    "job.next": Kind(_next, _has_next, accesses=_takes),
    "job.try-next": Kind(_try_next, accesses=_looks),
    "job.look": Kind(_answers, commutes=frozenset({"job.wait", "job.look"}), changes=False),
}
