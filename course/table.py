"""A small table that reads well as text and as HTML.

Chinese characters are two columns wide in a terminal; the text form takes that into account.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under a head, with a sentence that says what they are.

    Args:
        head: The columns' names.
        rows: As many cells each as `head` has; strings are set left, everything else right. A
            dash among numbers, for one that is not there, is no string.
        caption: A sentence above the table; may be empty.

    >>> print(Table(("who", "seconds"), [("A", 3), ("包子", 12)], "Who took how long."))
    Who took how long.
    who   seconds
    A           3
    包子       12
    """

    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    caption: str = ""

    def __str__(self) -> str:
        """The table as lines of text."""
        lines = [self.head, *self.rows]
        widths = [max(columns(str(cell)) for cell in column) for column in zip(*lines, strict=True)]
        right = self._right()
        text = [
            "  ".join(
                _pad(str(cell), width, right=side)
                for cell, width, side in zip(line, widths, right, strict=True)
            ).rstrip()
            for line in lines
        ]
        return "\n".join([self.caption, *text] if self.caption else text)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        caption = f'<caption style="{_CAPTION}">{html.escape(self.caption)}</caption>'
        right = self._right()
        head = "".join(
            f'<th scope="col" style="text-align: {"right" if side else "left"}">'
            f"{html.escape(name)}</th>"
            for name, side in zip(self.head, right, strict=True)
        )
        body = "".join(
            "<tr>"
            + "".join(
                f'<td style="text-align: {"right" if side else "left"}">'
                f"{html.escape(str(cell))}</td>"
                for cell, side in zip(row, right, strict=True)
            )
            + "</tr>"
            for row in self.rows
        )
        return (
            f'<table style="margin-left: 0">'
            f"{caption if self.caption else ''}"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _right(self) -> list[bool]:
        """Whether each column holds numbers, which are compared at their right ends."""
        cells = [[row[place] for row in self.rows] for place in range(len(self.head))]
        return [
            any(not isinstance(cell, str) for cell in column)
            and all(not isinstance(cell, str) or cell == NOTHING for cell in column)
            for column in cells
        ]


NOTHING = "–"
"""What stands in the place of a number that is not there."""
_CAPTION = "caption-side: top; text-align: left; white-space: nowrap"


def columns(text: str) -> int:
    """How many columns `text` takes in a terminal.

    Source: Unicode Standard Annex 11, "East Asian Width".

    >>> columns("CPU 包子")
    8
    """
    return sum(2 if east_asian_width(letter) in {"W", "F"} else 1 for letter in text)


def _pad(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - columns(text))
    return space + text if right else text + space
