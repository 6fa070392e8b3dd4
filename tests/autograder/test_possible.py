"""`explore` in a lesson: everything that can happen."""

from __future__ import annotations

import pytest

from autograder import display, explore, messages
from autograder.cells import Cell
from autograder.explorer.possibilities import possibilities
from autograder.explorer.reports import Verdict
from autograder.explorer.source import Program
from autograder.notebook import given

GRAB = """
def grab(name, left):
    seen = left.value
    if seen > 0:
        left.value = seen - 1
        print(name, "has a ticket")
"""
MAIN = """
from multiprocessing import Process, Value

if __name__ == "__main__":
    left = Value("i", 1)
    buyers = [Process(target=grab, args=(name, left)) for name in ("Ann", "Bo")]
    for each in buyers:
        each.start()
    for each in buyers:
        each.join()
"""
CELLS = (Cell("Cell In[3]", GRAB),)


def test_every_outcome_is_counted_and_told() -> None:
    """Two of four interleavings sell the ticket twice; each outcome comes with a story."""
    found = possibilities(Program(MAIN, "test", cells=CELLS))
    assert [(each.count, each.outcome.printed.count("ticket")) for each in found.found] == [
        (2, 2),
        (1, 1),
        (1, 1),
    ]
    assert all(each.story is not None for each in found.found)
    assert found.complete


def test_what_goes_wrong_is_an_outcome_too() -> None:
    """Waiting for ever, and failing, are told beside what goes well."""
    main = "from multiprocessing import Lock\nlock = Lock()\nlock.acquire()\nlock.acquire()"
    (only,) = possibilities(Program(main)).found
    assert only.outcome.wrong == ("deadlock",)
    (only,) = possibilities(Program("1 / 0")).found
    assert only.outcome.wrong == ("MainProcess: ZeroDivisionError",)


def test_what_is_not_modelled_is_said() -> None:
    """There is nothing to tell of it, and no outcome."""
    found = possibilities(Program("import socket\nsocket.socket()"))
    assert found.verdict is Verdict.UNSUPPORTED
    assert not found.found


@pytest.mark.parametrize(
    ("language", "words"), [("en", "3 outcomes of 4 interleavings"), ("zh", "4 种交错，3 种结局")]
)
def test_a_lesson_shows_it_in_one_call(language: str, words: str) -> None:
    """As a picture whose outcomes open, and the same as text."""
    messages.use(language)
    with given(list(CELLS)), display.kept() as pictures:
        explore(MAIN)
    (picture,) = pictures
    assert words in picture["text/html"]
    assert words in picture["text/plain"]
    assert picture["text/html"].count('<details class="bz-possible">') == 3
    assert "In[3]" in picture["text/plain"]


def test_the_program_may_use_what_a_cell_imported() -> None:
    """Although no definition above uses it."""
    messages.use("en")
    imports = Cell("Cell In[1]", "from multiprocessing import Queue, Process")
    with given([imports]), display.kept() as pictures:
        explore("box = Queue()\nbox.put(1)\nprint(box.get())")
    assert "one outcome, for there is only one interleaving" in pictures[0]["text/plain"]
    assert "NameError" not in pictures[0]["text/plain"]


def test_a_scenario_that_is_no_program_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, no traceback."""
    messages.use("en")
    with given([]):
        explore("if:")
    assert capsys.readouterr().out.startswith("This cannot be explored: SyntaxError")
