"""What lesson 10 says of each of its explorations is what comes of it."""

from __future__ import annotations

import re

import pytest

import course
from autograder.cells import Cell, definitions
from autograder.explorer.possibilities import Possibilities, possibilities
from autograder.explorer.source import Program
from autograder.language import keep
from autograder.stand_ins import stand_ins
from tests.lessons import LANGUAGES, source

EXPLORED = re.compile(r'explore\("""(.*)"""\)', re.DOTALL)
FEW = 12
"""Interleavings; a lesson's exploration has ten seconds, on whatever machine."""
ENDINGS = {
    "explore-endless": [("deadlock",)],
    "explore-too-early": [(), ()],
    "explore-main-says": [()],
    "explore-each-says": [(), ()],
    "explore-too-few": [("deadlock",)],
    "back": [(), ()],
}
"""How each ending goes wrong, if it does."""


def what_can_happen(cell_id: str, language: str) -> Possibilities:
    """All that can come of the exploration in one cell."""
    assert course.nap  # imported, so that what stands in for it is known
    cells: list[Cell] = []
    for cell in keep(source("10-producer-consumer"), language).cells:
        if cell.cell_type != "code" or cell.source.startswith("%"):
            continue
        cells.append(Cell(cell.id, EXPLORED.sub("", cell.source)))
        if cell.id == f"{cell_id}-{language}":
            found = EXPLORED.search(cell.source)
            assert found
            above = tuple(definitions(cells).cells)
            return possibilities(Program(found[1], modules=stand_ins(above), cells=above))
    raise LookupError(cell_id)


def explored_cells(language: str) -> set[str]:
    """The ids of the cells that explore."""
    cells = keep(source("10-producer-consumer"), language).cells
    return {each.id.removesuffix(f"-{language}") for each in cells if EXPLORED.search(each.source)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_exploration_goes_unsaid(language: str) -> None:
    """Each one has its endings written down here."""
    assert explored_cells(language) == ENDINGS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cell_id", ENDINGS)
def test_an_exploration_ends_as_the_lesson_says(cell_id: str, language: str) -> None:
    """As many endings, as wrong as told; and so few interleavings that a slow machine gets there."""
    found = what_can_happen(cell_id, language)
    assert found.complete, found.fields
    assert found.verdict is None
    assert sorted(each.outcome.wrong for each in found.found) == sorted(ENDINGS[cell_id])
    assert found.executions <= FEW
