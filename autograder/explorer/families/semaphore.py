"""Semaphores: a count; a bounded one refuses to grow past its limit.

Who takes from an unbounded one takes the oldest token in it. Of those who give back, only who gave
that very token is what the taker waited for; all others he does not see.

``value`` is the count; of an unbounded one, ``depth`` counts those who have taken.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import NONE, Access, Actor, Error, Kind, Primitive

_TAKE = frozenset({"token.take"})
_ACQUIRE = frozenset({"bounded.acquire"})


def _some_left(semaphore: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(semaphore.value > 0)


def _acquire(semaphore: Primitive, _actor: Actor, _argument: Any) -> bool:
    semaphore.value -= 1
    semaphore.depth += 1
    return True


def _try(semaphore: Primitive, actor: Actor, _argument: Any) -> bool:
    return semaphore.value > 0 and _acquire(semaphore, actor, None)


def _release(semaphore: Primitive, _actor: Actor, argument: Any) -> None:
    semaphore.value += argument or 1


def _release_below_limit(semaphore: Primitive, actor: Actor, argument: Any) -> Error | None:
    if semaphore.value + (argument or 1) > semaphore.limit:
        return Error("ValueError", "semaphore or lock released too many times")
    semaphore.depth -= 1
    _release(semaphore, actor, argument)
    return None


def _look(semaphore: Primitive, _actor: Actor, _argument: Any) -> int:
    count: int = semaphore.value
    return count


def _takes(semaphore: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    oldest = semaphore.depth
    return (Access(name, "semaphore.acquire"), Access(f"{name}#{oldest}", "token.take"))


def _gives(semaphore: Primitive, name: str, _actor: Actor, argument: Any) -> tuple[Access, ...]:
    newest = semaphore.depth + semaphore.value
    given = range(newest, newest + (argument or 1))
    tokens = [Access(f"{name}#{token}", "token.give", _TAKE) for token in given]
    return (Access(name, "semaphore.release"), *tokens)


def _none_left(semaphore: Primitive) -> frozenset[str]:
    return NONE if semaphore.value else _ACQUIRE


KINDS = {
    "semaphore.acquire": Kind(
        _acquire, _some_left, commutes=frozenset({"semaphore.release"}), accesses=_takes
    ),
    "semaphore.try": Kind(_try),
    "semaphore.release": Kind(_release, commutes=frozenset({"semaphore.acquire"}), accesses=_gives),
    "semaphore.look": Kind(_look, commutes=frozenset({"semaphore.look"}), changes=False),
    "bounded.acquire": Kind(_acquire, _some_left),
    "bounded.try": Kind(_try),
    "bounded.release": Kind(_release_below_limit, spares=_none_left),
    "bounded.look": Kind(_look, commutes=frozenset({"bounded.look"}), changes=False),
}
