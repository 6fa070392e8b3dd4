"""Signs of mistakes with queues that can be joined, each by a small program that makes it."""

from __future__ import annotations

import re

import pytest

from autograder.explorer import signs_tasks
from autograder.explorer.conditions import AtEnd
from autograder.explorer.exploring import explore
from autograder.explorer.settings import Settings
from autograder.explorer.signs import signs
from autograder.explorer.source import Program
from autograder.messages import LANGUAGES, entries

BREAKFAST = """
from multiprocessing import JoinableQueue, Process
from time import sleep

def bite(bun):
    sleep(1)
    print(bun)

def guest(steamer, other):
{guest}

if __name__ == "__main__":
    steamer, other = JoinableQueue(), JoinableQueue()
    one = Process(target=guest, args=(steamer, other), daemon={daemon})
    one.start()
{main}
"""
RIGHT = """
while True:
    bite(steamer.get())
    steamer.task_done()
"""
PUT_AND_JOIN = """
steamer.put(1)
steamer.put(2)
steamer.join()
"""
EATEN = AtEnd("eaten", lambda view: sorted(view.output().split()) == ["1", "2"])


def indented(code: str) -> str:
    return "\n".join(f"    {line}" for line in code.strip().split("\n"))


def found(guest: str, main: str = PUT_AND_JOIN, *, daemon: bool = True) -> list[str]:
    """The signs in the story of a guest who is to eat two buns."""
    text = BREAKFAST.format(guest=indented(guest), main=indented(main), daemon=daemon)
    program = Program(text)
    return signs(explore(program, Settings(measure=True), [EATEN]), program)


NEVER = """
while True:
    bite(steamer.get())
"""
ONE_ONLY = """
bite(steamer.get())
steamer.task_done()
"""
FIRST_ONLY = """
bite(steamer.get())
steamer.task_done()
while True:
    bite(steamer.get())
"""
EARLY = """
while True:
    bun = steamer.get()
    steamer.task_done()
    bite(bun)
"""
TWICE = """
while True:
    bite(steamer.get())
    steamer.task_done()
    steamer.task_done()
"""
ELSEWHERE = """
while True:
    bite(steamer.get())
    other.task_done()
"""


@pytest.mark.parametrize(
    ("guest", "expected"),
    [
        (NEVER, "never-done"),
        (ONE_ONLY, "left-early"),
        (FIRST_ONLY, "falls-short"),
        (EARLY, "done-too-early"),
        (TWICE, "done-too-often"),
        (ELSEWHERE, "other-queue"),
        (RIGHT + "    steamer.join()\n", "taker-joins"),
    ],
)
def test_what_a_teacher_would_see_of_a_guest(guest: str, expected: str) -> None:
    """The first sign is the mistake; what follows from it comes behind."""
    assert found(guest)[0] == expected


@pytest.mark.parametrize(
    ("main", "daemon", "expected"),
    [
        (PUT_AND_JOIN, False, "not-daemon"),
        (PUT_AND_JOIN + "one.join()\n", True, "joins-daemons"),
        (PUT_AND_JOIN + "while one.is_alive():\n    pass\n", True, "joins-daemons"),
        ("steamer.put(1)\nsteamer.put(2)\n", True, "no-join"),
        ("steamer.put(1)\nsteamer.put(2)\nsteamer.put(None)\n", True, "needless-sentinel"),
        ("steamer.join()\nsteamer.put(1)\nsteamer.put(2)\n", True, "joined-too-early"),
    ],
)
def test_what_a_teacher_would_see_of_a_main_process(main: str, daemon: bool, expected: str) -> None:
    """It waits for the queue, when all has been put, and for nobody else."""
    assert found(RIGHT, main, daemon=daemon)[0] == expected


ALL_AT_ONCE = """
while True:
    bun = steamer.get()
    bite(bun)
    steamer.task_done()
    if bun == 1:
        steamer.put(2)
"""


def test_a_report_comes_after_what_comes_of_it() -> None:
    """Even if the guest was killed before it came to its put."""
    assert found(ALL_AT_ONCE, "steamer.put(1)\nsteamer.join()")[0] == "put-too-late"


def test_what_comes_of_it_may_be_put_first() -> None:
    """Nothing goes wrong, so there are no signs."""
    right = """
while True:
    bun = steamer.get()
    bite(bun)
    if bun == 1:
        steamer.put(2)
    steamer.task_done()
"""
    assert found(right, "steamer.put(1)\nsteamer.join()") == []


def test_of_other_queues_nothing_is_said() -> None:
    """They cannot be joined."""
    named = re.findall(r"``([a-z-]+)``", signs_tasks.signs.__doc__ or "")
    text = BREAKFAST.format(guest=indented(NEVER), main="    steamer.put(1)", daemon=False)
    program = Program(text.replace("JoinableQueue", "Queue"))
    report = explore(program, Settings(measure=True))
    assert report.story is not None
    assert not set(named) & set(signs(report, program))


def test_every_sign_has_a_general_sentence() -> None:
    """In both languages; so an exercise need not say it again."""
    named = re.findall(r"``([a-z-]+)``", signs_tasks.signs.__doc__ or "")
    assert named
    for language in LANGUAGES:
        assert set(named) <= entries("check.diagnoses", language).keys()
