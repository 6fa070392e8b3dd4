"""Small settings that travel from the notebook into every child process.

An environment variable set in a notebook does not reach a child of the fork server, which took its
own copy of the environment when it started. What is put here does: it is written into the file
from which a child learns its main module (see :mod:`autograder.program`), and a forked child
inherits it anyway.

>>> put("tape", "/tmp/tape.jsonl"); get("tape")
'/tmp/tape.jsonl'
>>> drop("tape"); get("tape") is None
True
"""

from __future__ import annotations

from autograder.program import SETTINGS


def put(key: str, value: str) -> None:
    """Set `key` to `value` here and in every child that starts from now on."""
    SETTINGS[key] = value


def get(key: str, default: str | None = None) -> str | None:
    """The value of `key`, or `default` if it was never put."""
    return SETTINGS.get(key, default)


def drop(key: str) -> None:
    """Forget `key`, here and for children that start from now on."""
    SETTINGS.pop(key, None)
