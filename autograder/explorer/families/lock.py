"""Locks: a plain one, that anyone may release, and a recursive one, that only its owner may.

``pass`` is what a use of a guarded cell does to the guard: take it and give it back at once.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import NONE, Actor, Error, Kind, Primitive

_ACQUIRE = frozenset({"lock.acquire", "lock.pass"})


def _free(lock: Primitive, _actor: Actor, _argument: Any) -> bool:
    return lock.owner is None


def _acquire(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    lock.owner = actor
    return True


def _try(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    return lock.owner is None and _acquire(lock, actor, None)


def _release(lock: Primitive, _actor: Actor, argument: Any) -> Error | None:
    if lock.owner is None:
        return argument or Error("ValueError", "semaphore or lock released too many times")
    lock.owner = None
    return None


def _could_not_be_acquired(lock: Primitive) -> frozenset[str]:
    return NONE if lock.owner is None else _ACQUIRE


def _look(lock: Primitive, _actor: Actor, _argument: Any) -> Actor | None:
    return lock.owner


KINDS = {
    "lock.acquire": Kind(_acquire, _free),
    "lock.try": Kind(_try),
    "lock.release": Kind(
        _release, commutes=frozenset({"lock.pass"}), spares=_could_not_be_acquired
    ),
    "lock.look": Kind(_look, commutes=frozenset({"lock.look", "lock.pass"}), changes=False),
    "lock.pass": Kind(
        _look, commutes=frozenset({"lock.look", "lock.pass", "lock.release"}), changes=False
    ),
}


def _mine_or_free(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    return lock.owner is None or lock.owner == actor


def _acquire_again(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    lock.owner = actor
    lock.depth += 1
    return True


def _try_again(lock: Primitive, actor: Actor, _argument: Any) -> bool:
    return _mine_or_free(lock, actor, None) and _acquire_again(lock, actor, None)


def _release_once(lock: Primitive, actor: Actor, argument: Any) -> Error | None:
    if lock.owner != actor:
        return argument or Error(
            "AssertionError", "attempt to release recursive lock not owned by thread"
        )
    lock.depth -= 1
    if lock.depth == 0:
        lock.owner = None
    return None


RECURSIVE_KINDS = {
    "rlock.acquire": Kind(_acquire_again, _mine_or_free, commutes=frozenset({"rlock.release"})),
    "rlock.try": Kind(_try_again),
    "rlock.release": Kind(
        _release_once, commutes=frozenset({"rlock.acquire", "rlock.pass", "rlock.release"})
    ),
    "rlock.look": Kind(_look, commutes=frozenset({"rlock.look", "rlock.pass"}), changes=False),
    "rlock.pass": Kind(
        _look, commutes=frozenset({"rlock.look", "rlock.pass", "rlock.release"}), changes=False
    ),
}
