"""Bold and italics as CommonMark reads them: beside Chinese, stars may stay stars on the page."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import category

import nbformat
import pytest

from tests.lessons import COURSE

CODE = re.compile(r"```.*?```|(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
STARS = re.compile(r"(?<![\\*])\*+")
PAGES = sorted(
    path
    for where in ("source/**/*.ipynb", "*.md", "docs/**/*.md")
    for path in COURSE.glob(where)
    if ".ipynb_checkpoints" not in path.parts
)


def paragraphs(path: Path) -> list[str]:
    """What a page says, code taken out of it, so that it is one sign that is no punctuation."""
    texts = [path.read_text("utf-8")]
    if path.suffix == ".ipynb":
        cells = nbformat.read(path, as_version=4).cells
        texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
    return [each for text in texts for each in CODE.sub("`", text).split("\n\n")]


def loose_stars(paragraph: str) -> list[str]:
    """The places where stars are shown as stars, for they can neither open nor close.

    Source: CommonMark 0.31, section 6.2, "left- and right-flanking delimiter run".

    >>> loose_stars("这叫**[锁](lock)**。")
    ['这叫**[锁]', 'k)**。']
    >>> loose_stars("这叫[**锁**](lock)，**别人**（others）等着。")
    []
    """
    loose, opened = [], []
    for run in STARS.finditer(paragraph):
        before, after = paragraph[: run.start()][-1:], paragraph[run.end() :][:1]
        opens = not _space(after) and (not _sign(after) or _space(before) or _sign(before))
        closes = not _space(before) and (not _sign(before) or _space(after) or _sign(after))
        if closes and opened and opened[-1].group() == run.group():
            opened.pop()
        elif opens:
            opened.append(run)
        else:
            loose.append(run)
    places = sorted(run.span() for run in loose + opened)
    return [paragraph[max(0, start - 2) : end + 3] for start, end in places]


def _space(sign: str) -> bool:
    return not sign or sign.isspace()


def _sign(sign: str) -> bool:
    return bool(sign) and category(sign)[0] in "PS"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_star_makes_words_bold_or_italic(page: Path) -> None:
    """No ``**`` is left on the page, and nothing is bold that was not meant to be."""
    assert [place for each in paragraphs(page) for place in loose_stars(each)] == []
