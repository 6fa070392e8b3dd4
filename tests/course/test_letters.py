"""The stage of lesson 04: snapshots, and scripts that are really run."""

from __future__ import annotations

from multiprocessing import Process

import pytest

from autograder import messages
from course.letters import portraits, run_script, snapshot

UNGUARDED = """
from multiprocessing import get_context

print("read as", __name__)
child = get_context("spawn").Process(target=print, args=("never",))
child.start()
child.join()
print("exit code", child.exitcode)
"""


@pytest.mark.parametrize(("language", "number"), [("zh", "一个号码"), ("en", "a number")])
def test_a_snapshot_says_what_there_is_at_its_moment(language: str, number: str) -> None:
    """Before the start there is no pid and no sentinel; after the end there is an exit code."""
    messages.use(language)
    child = Process(target=len, args=("",), name="egon")
    before = snapshot(child)
    child.start()
    child.join()
    after = snapshot(child)
    assert (before["pid"], before["exitcode"], before["is_alive()"]) == ("None", "None", "False")
    assert "process not started" in before["sentinel"]
    assert "32" in before["authkey"]
    assert (after["pid"], after["exitcode"]) == (str(child.pid), "0")
    assert after["sentinel"] == number
    assert "egon" in str(portraits({"before": before, "after": after}))


def test_a_script_without_guard_is_read_twice_and_fails() -> None:
    """The child runs the main module again, and Python refuses to go on for ever."""
    ran = run_script(UNGUARDED)
    assert ran.printed.splitlines() == ["read as __main__", "read as __mp_main__", "exit code 1"]
    assert ran.error.startswith("RuntimeError: An attempt has been made to start a new process")
    assert ran.exitcode == 0


def test_a_script_that_goes_well_has_no_error() -> None:
    """There is nothing to tell, whatever it wrote to standard error."""
    assert run_script("import sys; print('one'); print('hm', file=sys.stderr)").error == ""
