"""A shared value: reading it and writing it are indivisible, what happens between them is not.

The entries of a shared array and the objects that a manager keeps are cells, too. A cell may have a
guard, the lock that its every use takes for a moment: while somebody else holds it, the use waits.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import Access, Actor, Error, Kind, Primitive

LOOKING = frozenset(
    """
    __contains__ __getitem__ __iter__ __len__ __str__ __repr__ copy count get getvalue index items
    keys values __getattribute__ __eq__ __ne__ __reversed__
    """.split()
)
"""Methods of a manager's objects that leave them as they are."""


def _unguarded(cell: Primitive, actor: Actor, _argument: Any) -> bool:
    guard = cell.guard
    return (
        guard is None or guard.owner is None or (guard.family == "rlock" and guard.owner == actor)
    )


def _read(cell: Primitive, _actor: Actor, _argument: Any) -> Any:
    return cell.value


def _write(cell: Primitive, _actor: Actor, argument: Any) -> None:
    cell.value = argument


def _call(cell: Primitive, _actor: Actor, argument: Any) -> Any:
    """Call a method of the object kept here; what it raises is its answer."""
    method, arguments, keywords = argument
    if cell.extra is not None:  # the manager that keeps the object
        return cell.extra.answer(cell.value, method, arguments)
    try:
        return getattr(cell.value, method)(*arguments, **keywords)
    except Exception as error:  # noqa: BLE001 - whatever it is, the caller gets it
        return Error(type(error).__name__, error)


def _called(cell: Primitive, name: str, _actor: Actor, argument: Any) -> tuple[Access, ...]:
    called = Access(name, "cell.read" if argument[0] in LOOKING else "cell.write")
    if cell.guard is None:
        return (called,)
    return (called, Access(cell.guard_name, f"{cell.guard.family}.pass"))


KINDS = {
    "cell.read": Kind(_read, _unguarded, commutes=frozenset({"cell.read"}), changes=False),
    "cell.write": Kind(_write, _unguarded),
    "cell.call": Kind(_call, accesses=_called),
}
