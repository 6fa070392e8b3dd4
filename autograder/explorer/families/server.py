"""A manager's server: it begins, is used, and stops once; who uses it later is turned away.

``value`` is ``"new"``, ``"up"`` or ``"gone"``. What the server keeps has the server as its guard, so
that every use of a kept thing counts as a use of the server (``pass``), too.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.operations import Access, Actor, Error, Kind, Primitive

_PASS = frozenset({"server.pass"})


def _begin(server: Primitive, _actor: Actor, _argument: Any) -> None:
    server.value = "up"


def _stop(server: Primitive, _actor: Actor, _argument: Any) -> None:
    server.value = "gone"


def _begun(server: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(server.value != "new")


def _pass(server: Primitive, _actor: Actor, argument: Any) -> Any:
    """Use it; if it is gone, the answer is what the user was given for that case."""
    return (argument or Error("EOFError")) if server.value == "gone" else None


def _begins(_server: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "server.stop", _PASS),)


def _greets(_server: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "server.pass"),)


KINDS = {
    "server.begin": Kind(_begin, accesses=_begins),
    "server.hello": Kind(_pass, _begun, accesses=_greets),
    "server.pass": Kind(_pass, commutes=frozenset({"server.pass"}), changes=False),
    "server.stop": Kind(_stop, commutes=frozenset({"server.stop"})),
}
"""``hello`` waits for the server to have begun, or to have failed to."""
