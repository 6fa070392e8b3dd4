"""A job given to a pool: it is done when each of its parts has an answer.

``value`` maps the number of a part to its answer; ``limit`` is the number of parts.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import NONE, Actor, Kind, Primitive

_WAIT = frozenset({"job.wait"})


def _finish(job: Primitive, _actor: Actor, argument: Any) -> None:
    part, answer = argument
    job.value.setdefault(part, answer)


def _is_done(job: Primitive, _actor: Actor, _argument: Any) -> bool:
    return len(job.value) >= job.limit


def _answers(job: Primitive, _actor: Actor, _argument: Any) -> dict[Any, Any] | None:
    """All answers by part, or None if some are missing."""
    return dict(sorted(job.value.items())) if len(job.value) >= job.limit else None


def _not_done(job: Primitive) -> frozenset[str]:
    return NONE if len(job.value) >= job.limit else _WAIT


KINDS = {
    "job.finish": Kind(_finish, commutes=frozenset({"job.finish"}), spares=_not_done),
    "job.wait": Kind(
        _answers, _is_done, commutes=frozenset({"job.wait", "job.look"}), changes=False
    ),
    "job.look": Kind(_answers, commutes=frozenset({"job.wait", "job.look"}), changes=False),
}
