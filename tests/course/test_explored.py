"""What stands in for the course while a lesson's code is explored."""

from __future__ import annotations

import ast
from pathlib import Path

import course
from autograder import display, explore, messages
from autograder.cells import Cell
from autograder.notebook import given
from autograder.stand_ins import stand_ins
from course import cores, timeline

WORK = """
from course import nap
from course.timeline import Tape, mark, record, show_timeline, span

def work():
    with span("work"):
        mark("begins")
        nap(3)
        print("done")
"""
MAIN = """
from multiprocessing import Process

if __name__ == "__main__":
    with record() as tape:
        Process(target=work).start()
    show_timeline(tape)
    show_timeline(Tape([]))
"""


def test_naps_are_sleeps_and_nobody_records() -> None:
    """A lesson's functions are explored as they stand, helpers and all."""
    messages.use("en")
    with given([Cell("Cell In[1]", WORK)]), display.kept() as pictures:
        explore(MAIN)
    assert "1. 1×: done" in pictures[0]["text/plain"]


def test_who_does_not_mention_the_course_has_no_stand_ins() -> None:
    """Nothing lies about that nobody imports."""
    assert stand_ins([Cell("Cell In[1]", "import time")]) == {}


def test_stand_ins_offer_nothing_that_is_not_there() -> None:
    """Each name of theirs is one of the real module's."""
    folder = Path(course.__file__).parent / "explored"
    for file, real in (
        (folder / "__init__.py", course),
        (folder / "cores.py", cores),
        (folder / "timeline.py", timeline),
    ):
        tree = ast.parse(file.read_text("utf-8"))
        offered = next(
            ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        )
        assert set(offered) <= set(dir(real)) | set(getattr(real, "__all__", ()))
