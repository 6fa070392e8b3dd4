"""The answer key of lesson 00."""

from __future__ import annotations

from autograder.answer_key import AnswerKey


def double(people: int) -> int:
    """Two buns for everybody.

    >>> double(3)
    6
    """
    return 2 * people


DOUBLE = AnswerKey(
    double,
    {
        "unchanged": lambda people: people,
        "adds-two": lambda people: people + 2,
        "squares": lambda people: people**2,
        "always-four": lambda _: 4,
    },
)
