"""Text in columns: how wide it is in a terminal, cut, padded and wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator


def wide(string: str) -> int:
    """How many columns of a terminal `string` takes: a Chinese character takes two.

    >>> wide("lock"), wide("锁")
    (4, 2)
    """
    return sum(_columns(char) for char in string)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clip(string: str, width: int) -> str:
    """`string`, cut to `width` columns if it is longer.

    >>> clip("tickets.value = n - 1", 10), clip("余票", 3)
    ('tickets.v…', '余…')
    """
    if wide(string) <= width:
        return string
    kept, used = "", 1
    for char in string:
        used += _columns(char)
        if used > width:
            break
        kept += char
    return f"{kept}…"


def pad(string: str, width: int) -> str:
    """`string` and as many spaces as make it `width` columns."""
    return string + " " * (width - wide(string))


def wrapped(string: str, width: int, indent: str = "") -> list[str]:
    """`string` in lines of at most `width` columns, broken at spaces or between Chinese characters.

    >>> wrapped("one two three", 7)
    ['one two', 'three']
    """
    lines, line = [], ""
    for word in _short_words(string, width - wide(indent)):
        if line.strip() and wide((line + word).rstrip()) > width:
            lines.append(line.rstrip())
            line = indent
            word = word.lstrip()  # noqa: PLW2901 - a line does not begin with the space before it
        line += word
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _short_words(string: str, width: int) -> Iterator[str]:
    """The pieces between which a line may be broken; what is wider than a line is broken anywhere."""
    for word in _words(string):
        piece = ""
        for char in word:
            if wide(piece.strip() + char) > max(width, 2):
                yield piece
                piece = ""
            piece += char
        yield piece


_NOT_FIRST = "，。；：？！、）」』”…,.;:?!)"


def _words(string: str) -> Iterator[str]:
    """The pieces between which a line may be broken, each with the space before it."""
    word = ""
    for char in string:
        is_break = char == " " or (_columns(char) == 2 and char not in _NOT_FIRST)
        follows_wide = bool(word) and _columns(word[-1]) == 2 and char not in _NOT_FIRST
        if word.strip() and (is_break or follows_wide):
            yield word
            word = ""
        word += char
    if word:
        yield word
