"""What lesson 04's exercises have in common: letters, and how a scene lists them."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.messages import text, texts

LESSON = "04-process-class"


def some_letters(count: int, alike: bool = False) -> list[str]:
    """So many letters; from the second on they say the same if they are to be alike."""
    known = texts(f"{LESSON}.letters")
    return [known[min(number, 1) if alike else number % len(known)] for number in range(count)]


def listed(each: Iterable[object]) -> str:
    """Things in brackets, behind their number in a scene; nothing if there are none."""
    separator = text(f"{LESSON}.separator")
    listed = separator.join(map(str, each))
    return text(f"{LESSON}.listed", listed=listed) if listed else ""
