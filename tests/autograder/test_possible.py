"""`explore` in a lesson: everything that can happen."""

from __future__ import annotations

import pytest

from autograder import display, explore, messages
from autograder.cells import Cell
from autograder.explorer import everything
from autograder.explorer.possibilities import Outcome, Possibilities, Possibility, possibilities
from autograder.explorer.reports import Verdict
from autograder.explorer.settings import Settings
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


LONG = """
from multiprocessing import Lock
lock = Lock()
for _ in range({rounds}):
    with lock:
        pass
print("done")
"""


@pytest.mark.parametrize(
    ("language", "words", "headline"),
    [
        ("en", "given up after 1,000 steps", "the one interleaving that was tried did not come to"),
        ("zh", "走了 1000 步还没走完，就不往下试了", "只试了一种交错，还没走到头"),
    ],
)
def test_what_is_given_up_waits_for_nobody(language: str, words: str, headline: str) -> None:
    """It is an outcome of its own, told with the line at which it was; nothing is said to be broken."""
    messages.use(language)
    program = Program(LONG.format(rounds=600))
    found = possibilities(program, Settings(longest=1000))
    (only,) = found.found
    assert only.outcome.wrong == ("too-long",)
    assert everything.verdict_of(found) is Verdict.BOUNDED
    for told in (everything.as_text(found, program), everything.as_html(found, program)):
        assert headline in told
        assert told.count(words) == told.count(f"? {words}") == 3 - ("<" in told)
        assert "✗" not in told
        assert "with lock:" in told


@pytest.mark.parametrize(
    ("executions", "complete", "headline"),
    [
        (1, True, "one outcome, for there is only one interleaving"),
        (7, True, "7 interleavings, and every one has the same outcome"),
        (1, False, "one outcome of the one interleaving that was tried; there are more"),
        (7, False, "all 7 interleavings that were tried have the same outcome; there are more"),
    ],
)
def test_one_is_one_and_not_several(executions: int, complete: bool, headline: str) -> None:
    """Of outcomes, and of interleavings."""
    messages.use("en")
    found = [Possibility(Outcome((), "done"), executions, None)]
    told = everything.as_text(Possibilities(found, executions, complete), Program(""))
    assert headline in told


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


@pytest.mark.parametrize(
    ("language", "words"), [("en", "since line 2 of explore(…)"), ("zh", "explore(…) 第 2 行拿的")]
)
def test_a_line_of_what_was_given_is_told_from_those_of_cells(language: str, words: str) -> None:
    """It is the learner's, too, but stands in no cell of its own."""
    messages.use(language)
    work = Cell("Cell In[3]", "def work(lock):\n    with lock:\n        pass")
    main = "from multiprocessing import Lock, Process\nlock = Lock(); lock.acquire()\n"
    start = "if __name__ == '__main__':\n    one = Process(target=work, args=(lock,))\n"
    with given([work]), display.kept() as pictures:
        explore(f"{main}{start}    one.start()\n    one.join()\n", start_method="fork")
    assert words in pictures[0]["text/plain"]
    assert "In[3] 2: with lock:" in pictures[0]["text/plain"]


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
