"""``random``, ``secrets``, ``uuid``: numbers that are the same in every execution.

A program that draws numbers without a seed can do more than one series of numbers shows; so each draw
that it might act upon is counted. With a seed of its own it is as predictable here as anywhere.
"""

from __future__ import annotations

import base64
import random as real
import secrets
import types
import uuid
from collections.abc import Callable
from functools import cache
from typing import Any

from autograder.explorer import forking
from autograder.explorer.actors import Process
from autograder.explorer.doing import current
from autograder.explorer.virtual.imports import module, virtual

_DRAWING = """
    random uniform triangular randint randrange choice choices shuffle sample betavariate
    binomialvariate expovariate gammavariate gauss getrandbits lognormvariate normalvariate
    paretovariate randbytes vonmisesvariate weibullvariate
""".split()
_THERE = [name for name in _DRAWING if hasattr(real.Random, name)]


class Random:
    """``random.Random``.

    Args:
        x: Its seed; None for one that nobody knows, whose every draw counts.
    """

    VERSION = 3

    def __init__(self, x: Any = None) -> None:
        self._engine = real.Random()  # noqa: S311 - theirs
        self._counts = False
        self.seed(x)

    def seed(self, a: Any = None, version: int = 2) -> None:
        """Begin anew."""
        self._counts = a is None
        if a is None:
            process = current()
            number = process.count("seeds")
            self._engine.setstate(_fresh(process.machine.settings.seed, process.path, number))
        else:
            self._engine.seed(a, version)

    def getstate(self) -> Any:
        """Where it is in its series."""
        return self._engine.getstate()

    def setstate(self, state: Any) -> None:
        """Go to where it was."""
        self._engine.setstate(state)

    def __fork__(self, _copier: Any) -> Random:
        """A forked process goes on with the same numbers as its parent."""
        copied: Random = object.__new__(type(self))
        copied.__dict__.update(self.__dict__)
        copied._engine = real.Random()  # noqa: S311 - theirs
        copied._engine.setstate(self._engine.getstate())
        return copied


def _method(name: str) -> Callable[..., Any]:
    drawing = getattr(real.Random, name)

    def draw(self: Random, *arguments: Any, **keywords: Any) -> Any:
        drawn = drawing(self._engine, *arguments, **keywords)
        if self._counts:
            _count(current(), drawn)
        return drawn

    draw.__name__, draw.__doc__ = name, drawing.__doc__
    return draw


for _name in _THERE:
    setattr(Random, _name, _method(_name))


class SystemRandom(Random):
    """``random.SystemRandom``: a seed makes no difference to it."""

    def seed(self, *_arguments: Any, **_keywords: Any) -> None:
        """Nothing."""
        super().seed()

    def getstate(self) -> Any:
        """It has none."""
        raise NotImplementedError("System entropy source does not have state.")

    def setstate(self, state: Any) -> None:
        """It has none."""
        raise NotImplementedError("System entropy source does not have state.")


@cache
def _fresh(seed: int, path: str, number: int) -> Any:
    """Where the series begins that a process draws from if it chooses no seed."""
    return real.Random(f"{seed} {path} {number}").getstate()  # noqa: S311 - the same every time


def _count(process: Process, drawn: Any) -> None:
    """A number has reached the program."""
    process.draws += 1
    process.last_draw = drawn


def own(process: Process) -> Random:
    """What the functions of ``random`` draw from in `process`."""
    found: Random | None = process.extras.get("random")
    if found is None:
        found = process.extras["random"] = Random()
    return found


forking.INHERITED.append("random")


def _function(name: str) -> Callable[..., Any]:
    def call(*arguments: Any, **keywords: Any) -> Any:
        return getattr(own(current()), name)(*arguments, **keywords)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = getattr(real.Random, name).__doc__
    return call


_FUNCTIONS = {name: _function(name) for name in (*_THERE, "seed", "getstate", "setstate")}
globals().update(_FUNCTIONS)  # where pickle looks for them


def urandom(size: int, /) -> bytes:
    """``os.urandom``."""
    process = current()
    found: Random | None = process.extras.get("entropy")
    if found is None:
        found = process.extras["entropy"] = SystemRandom()
    drawn: bytes = found.randbytes(size)  # type: ignore[attr-defined]
    return drawn


def uuid4() -> uuid.UUID:
    """``uuid.uuid4``."""
    return uuid.UUID(bytes=urandom(16), version=4)


def _bytes(nbytes: int | None = None) -> bytes:
    return urandom(secrets.DEFAULT_ENTROPY if nbytes is None else nbytes)


@virtual("random")
def _random() -> types.ModuleType:
    return module("random", {**_FUNCTIONS, "Random": Random, "SystemRandom": SystemRandom})


@virtual("secrets")
def _secrets() -> types.ModuleType:
    def text(nbytes: int | None = None) -> str:
        return base64.urlsafe_b64encode(_bytes(nbytes)).rstrip(b"=").decode()

    return module(
        "secrets",
        {
            "SystemRandom": SystemRandom,
            "choice": lambda sequence: SystemRandom().choice(sequence),  # type: ignore[attr-defined]
            "randbelow": lambda limit: SystemRandom().randrange(limit),  # type: ignore[attr-defined]
            "randbits": lambda bits: SystemRandom().getrandbits(bits),  # type: ignore[attr-defined]
            "token_bytes": _bytes,
            "token_hex": lambda nbytes=None: _bytes(nbytes).hex(),
            "token_urlsafe": text,
            "compare_digest": secrets.compare_digest,
        },
    )


@virtual("uuid")
def _uuid() -> types.ModuleType:
    names = "UUID uuid3 uuid5 NAMESPACE_DNS NAMESPACE_URL NAMESPACE_OID NAMESPACE_X500".split()
    return module(
        "uuid", {name: getattr(uuid, name) for name in names} | {"uuid4": uuid4, "uuid1": uuid4}
    )
