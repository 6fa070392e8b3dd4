"""A subject that stays for the next check, and one that is started ahead of its check; and their certain end."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import psutil

from autograder.at_hand import ahead, at_hand, begin, subject_for
from autograder.cells import Cell, definitions
from autograder.exercise import Exercise
from course.lifecycle import until
from tests.kernels import still_running

DOUBLE = Exercise(
    id="00-start/double",
    name="double",
    examples=((2,),),
    reference=lambda number: 2 * number,
    seconds=60.0,
)
COUNTS = "calls = []\ndef double(n):\n    calls.append(n)\n    print(len(calls))\n    return 2 * n"


def counted(number: int, source: str = COUNTS) -> str:
    """What an answer that counts its calls prints at a call of a check."""
    with subject_for(DOUBLE, definitions([Cell("Cell In[1]", source)])) as subject:
        return subject.call((number,)).printed


def test_a_check_has_a_process_of_its_own() -> None:
    """What an answer keeps between calls is gone with the check."""
    assert [counted(1), counted(2)] == ["1\n", "1\n"]


def test_checks_of_one_cell_have_the_process_of_an_answer_in_common() -> None:
    """Another answer gets another one, and so does the same one later."""
    with at_hand():
        assert [counted(1), counted(2)] == ["1\n", "2\n"]
        assert counted(3, f"{COUNTS}\nx = 1") == "1\n"
        assert counted(4) == "1\n"
    assert counted(5) == "1\n"


def test_a_process_that_was_lost_is_replaced() -> None:
    """Whether it ended in a call or between two checks."""
    ends = f"{COUNTS}\n    os._exit(0) if n == 0 else None\nimport os".replace(
        "    return 2 * n\n", ""
    )
    with at_hand():
        assert counted(1, ends) == "1\n"
        assert counted(0, ends) == ""
        assert counted(1, ends) == "1\n"


def test_kept_processes_may_be_nested() -> None:
    """A cell within a cell leaves the outer one's alone."""
    with at_hand():
        assert counted(1) == "1\n"
        with at_hand():
            assert counted(2) == "1\n"
        assert counted(3) == "2\n"


def test_nothing_is_left_of_a_process_that_was_kept() -> None:
    """It is ended when no more checks come."""
    mark = f"mark-{random.getrandbits(64)}"
    with at_hand():
        counted(
            1,
            f"import subprocess, sys\ndef double(n):\n    subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', '{mark}'])",
        )
        assert until(lambda: bool(marked(mark)), seconds=30)  # its name is known a moment later
    assert not still_running(marked(mark))


def marked(mark: str) -> list[psutil.Process]:
    """The processes that have `mark` among their arguments."""
    return [p for p in psutil.process_iter(["cmdline"]) if mark in (p.info["cmdline"] or [])]


def wardens() -> set[int]:
    """Our children, of which each subject's is one."""
    return {each.pid for each in psutil.Process().children()}


def test_a_process_that_was_started_ahead_is_the_one_that_is_asked() -> None:
    """Once, by the first check of that answer; and no more wait than are wanted."""
    current = definitions([Cell("Cell In[1]", COUNTS)])
    before = wardens()
    with ahead():
        begin(DOUBLE, current)
        started = wardens() - before
        assert len(started) == 1
        with at_hand():
            assert counted(1) == "1\n"
            assert wardens() - before == started
        assert wardens() == before
        assert counted(2) == "1\n"
        for _ in range(4):
            begin(DOUBLE, current)
        assert len(wardens() - before) == 2
    assert wardens() == before


def test_a_process_that_was_started_ahead_runs_nothing_before_it_is_asked(tmp_path: Path) -> None:
    """Nor does it do so for another answer; nobody having asked, it ends."""
    sign = tmp_path / "sign"
    before = wardens()
    source = f"with open({str(sign)!r}, 'w') as file:\n    file.write('here')\n{COUNTS}"
    signing = replace(definitions([]), cells=[Cell("Cell In[1]", source)])
    with ahead():
        begin(DOUBLE, signing)
        with at_hand():
            assert counted(1) == "1\n"
        assert not sign.exists()
        with at_hand(), subject_for(DOUBLE, signing) as subject:
            assert subject.call((1,)).printed == "1\n"
        assert sign.exists()
        begin(DOUBLE, signing)
    assert wardens() == before
